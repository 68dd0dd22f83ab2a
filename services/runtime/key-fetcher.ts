import { FetchError, NonRetryableFetchError } from 'aws-jwt-verify/error';
import type { Fetcher } from 'aws-jwt-verify/https';

const attempts = 2;
const attemptTimeoutMs = 900;
/** A key set is a few kilobytes. */
const maxBytes = 256 * 1024;

/**
 * Fetches an issuer's public keys, from `redirect` instead of the address asked for when it is given. It makes two
 * attempts of 900 ms each, so that a caller hears within two seconds that the issuer cannot be reached.
 */
export function createKeyFetcher(redirect?: string): Fetcher {
  return {
    async fetch(uri) {
      const target = redirect ?? uri;
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await fetchOnce(target);
        } catch (err) {
          if (err instanceof NonRetryableFetchError) throw err;
          if (attempt === attempts) throw new FetchError(target, err);
        }
      }
    },
  };
}

async function fetchOnce(target: string): Promise<ArrayBuffer> {
  const response = await fetch(target, {
    signal: AbortSignal.timeout(attemptTimeoutMs),
    redirect: 'error',
    // The API server of Kubernetes accepts only the first one.
    headers: { accept: 'application/jwk-set+json, application/json' },
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new NonRetryableFetchError(target, `status ${response.status}`);
  }
  const length = Number(response.headers.get('content-length') ?? 0);
  if (length > maxBytes) throw new NonRetryableFetchError(target, 'the key set is too large');
  return response.arrayBuffer();
}

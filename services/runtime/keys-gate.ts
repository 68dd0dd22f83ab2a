import { createBackoff, pause } from './backoff.ts';
import type { Health } from './health.ts';
import type { KeyHolder } from './identity.ts';
import type { Logger } from './log.ts';

/** Longer than the network policies of a new pod take to reach its node, and short enough for a release. */
const longest_ms = 20_000;

/**
 * Keeps a process unready until it has the keys with which it recognises callers: a new pod may be up before its
 * network is, and would refuse everybody. The gate opens once, and after 20 s in any case: while an issuer is down,
 * processes must still serve requests that need no token. Returns a function that stops waiting.
 */
export function waitForKeys(options: {
  verifier: KeyHolder;
  health: Health;
  log: Logger;
  longestMs?: number;
}): { close(): Promise<void> } {
  const { verifier, health, log, longestMs = longest_ms } = options;
  const gate = health.gate('keys');
  const closing = new AbortController();
  const deadline = performance.now() + longestMs;
  const backoff = createBackoff(100, 1000);

  async function wait(): Promise<void> {
    gate.close('callers cannot be recognised yet');
    while (!closing.signal.aborted) {
      try {
        await verifier.fetchKeys();
        return gate.open();
      } catch (err) {
        if (performance.now() > deadline) {
          log.warn(
            { err },
            'ready without the public keys of token issuers, which cannot be fetched: until then calls are refused as unavailable',
          );
          return gate.open();
        }
        log.debug({ err }, 'the public keys of token issuers cannot be fetched yet');
      }
      await pause(backoff.nextMs(), closing.signal);
    }
  }

  const waiting = wait();
  return {
    async close() {
      closing.abort();
      await waiting;
    },
  };
}

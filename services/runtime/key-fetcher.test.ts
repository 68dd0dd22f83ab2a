import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { createKeyFetcher } from './key-fetcher.ts';

/** Answers as the API server of Kubernetes does, which serves its keys as one media type only. */
const server = createServer((request, response) => {
  const accepted = request.headers.accept?.includes('application/jwk-set+json') ?? false;
  response.writeHead(accepted ? 200 : 406, { 'content-type': 'application/jwk-set+json' });
  response.end(accepted ? '{"keys":[]}' : '{}');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
after(() => server.close());

test('keys are fetched from an issuer that serves them as application/jwk-set+json only', async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openid/v1/jwks`;
  const bytes = await createKeyFetcher().fetch(url);
  assert.equal(Buffer.from(bytes).toString('utf8'), '{"keys":[]}');
});

import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Agent, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps, Agent as TlsAgent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '../k6/lib/sign-in.ts';
import { isLoopback, loopbackAddresses } from './loopback.ts';

export type NodePlatform = Platform & { wait(ms: number): Promise<void>; close(): void };

const request_ms = 30_000;
/**
 * How often a request that was refused for the moment (429, 503) is sent again, each time after the Retry-After of
 * the answer.
 */
const patience = 5;

/**
 * Signing in from Node. Requests to this machine come from several of its addresses, in turn; a request that is
 * refused for the moment waits, so that signing up many people takes longer but does not fail.
 */
export function createPlatform(url: string): NodePlatform {
  const local = isLoopback(url) ? loopbackAddresses : [undefined];
  const isTls = url.startsWith('https:');
  const agents = local.map((localAddress) =>
    isTls
      ? new TlsAgent({ keepAlive: true })
      : new Agent({ keepAlive: true, ...(localAddress && { localAddress }) }),
  );
  let turn = 0;
  return {
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
    hmacSha256: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
    random: (length) => randomBytes(length),
    fromBase64: (text) => Buffer.from(text, 'base64'),
    toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
    wait: (ms) => sleep(ms),
    async send(method, to, headers, body) {
      for (let tries = 1; ; tries++) {
        turn = (turn + 1) % agents.length;
        const { status, text, retryAfter_s } = await sendOnce(method, to, headers, body, agents[turn]);
        if ((status !== 429 && status !== 503) || tries === patience) return { status, body: text };
        await sleep(Math.min(60, retryAfter_s) * 1000);
      }
    },
    close() {
      for (const agent of agents) agent.destroy();
    },
  };
}

function sendOnce(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: string | undefined,
  agent: Agent | undefined,
): Promise<{ status: number; text: string; retryAfter_s: number }> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? requestHttps : requestHttp;
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const outgoing = send(
      // Its addresses are those of IPv4.
      url.replace('//localhost', '//127.0.0.1'),
      {
        method,
        headers: { ...headers, ...length },
        signal: AbortSignal.timeout(request_ms),
        ...(agent && { agent }),
      },
      (response: IncomingMessage) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text,
            retryAfter_s: Number(response.headers['retry-after'] ?? 1) || 1,
          }),
        );
        response.once('error', reject);
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

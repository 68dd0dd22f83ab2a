import crypto from 'k6/crypto';
import encoding from 'k6/encoding';
import http from 'k6/http';
import { setTimeout } from 'k6/timers';
import type { Platform } from './sign-in.ts';

/** Signing in from within k6. Its requests are tagged `op: sign-in`, and count in no threshold. */
export const platform: Platform & { wait(ms: number): Promise<void> } = {
  sha256: (bytes) => new Uint8Array(crypto.sha256(bufferOf(bytes), 'binary')),
  hmacSha256: (key, bytes) => new Uint8Array(crypto.hmac('sha256', bufferOf(key), bufferOf(bytes), 'binary')),
  random: (length) => new Uint8Array(crypto.randomBytes(length)),
  fromBase64: (text) => new Uint8Array(encoding.b64decode(text)),
  toBase64: (bytes) => encoding.b64encode(bufferOf(bytes)),
  async send(method, url, headers, body) {
    const response = await http.asyncRequest(method, url, body ?? null, {
      headers,
      tags: { op: 'sign-in', phase: 'setup', name: 'sign-in' },
      // Refusals are for the caller to judge.
      responseCallback: http.expectedStatuses({ min: 200, max: 499 }),
    });
    return { status: response.status, body: String(response.body ?? '') };
  },
  wait: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
};

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}

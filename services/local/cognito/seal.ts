import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { type Input, isInput } from './fields.ts';

/** Ids of spent seals that are remembered; more than can be spent in the life of one. */
const MAX_SPENT = 100_000;

export type Seal = ReturnType<typeof createSeal>;
export type Opened = { state: Input; id: string; expiresAt: number };

/**
 * Keeps what the server must remember between two steps of a sign-in in the client's hands, encrypted and
 * authenticated (AES-256-GCM): no memory is held for visitors who never come back, and a restart between two
 * steps goes unnoticed. `spend` makes a seal good for one use.
 */
export function createSeal(secret: Buffer, clock: () => number) {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'challenge sessions', 32));
  const spent = new Map<string, number>();

  return {
    /** Seals `state`; `kind` and `clientId` must be named again to open it. */
    close(kind: string, clientId: string, state: Input, lifeMs: number): Buffer {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(aad(kind, clientId));
      const content = JSON.stringify({ state, id: randomUUID(), expiresAt: clock() + lifeMs });
      return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    },
    /** What was sealed, or undefined when it is not ours, is for something else, too old, or spent. */
    open(kind: string, clientId: string, sealed: Buffer): Opened | undefined {
      if (sealed.length < 28) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(aad(kind, clientId));
      decipher.setAuthTag(sealed.subarray(-16));
      const opened = parse(decipher, sealed.subarray(12, -16));
      if (opened === undefined || opened.expiresAt <= clock() || spent.has(opened.id)) return undefined;
      return opened;
    },
    spend({ id, expiresAt }: Opened): void {
      const now = clock();
      for (const [old, until] of spent) {
        if (until > now && spent.size < MAX_SPENT) break;
        spent.delete(old);
      }
      spent.set(id, expiresAt);
    },
  };
}

function aad(kind: string, clientId: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([kind, clientId]))
    .digest();
}

function parse(decipher: ReturnType<typeof createDecipheriv>, content: Buffer): Opened | undefined {
  let text: string;
  try {
    text = Buffer.concat([decipher.update(content), decipher.final()]).toString();
  } catch {
    // Authentication failed: it was sealed elsewhere or for another kind. The caller gets undefined.
    return undefined;
  }
  const value: unknown = JSON.parse(text);
  if (!isInput(value) || !isInput(value['state'])) return undefined;
  return { state: value['state'], id: String(value['id']), expiresAt: Number(value['expiresAt']) };
}

import { createHmac, randomBytes } from 'node:crypto';

/**
 * Makes the function that hashes slot and request with a secret, so that nobody outside can work out which request
 * would win. Without a secret each process draws its own: hashes are stored with the decision, not compared
 * between processes.
 */
export function createTieBreak(secret: string | undefined): (slotId: string, request: string) => string {
  const key = secret ?? randomBytes(32);
  return (slotId, request) =>
    createHmac('sha256', key).update(`${slotId}\n${request}`).digest('hex').slice(0, 16);
}

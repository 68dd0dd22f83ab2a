import { hash, randomBytes } from 'node:crypto';

/**
 * Makes the function that hashes slot and request with a secret, so that nobody outside can work out which request
 * would win. Without a secret each process draws its own: hashes are stored with the decision, not compared between
 * processes.
 *
 * SHA-256 over secret and text, of which a quarter is kept. A quarter cannot be extended to the hash of a longer text,
 * so HMAC would add nothing and cost five times as much for some hundred slots a decision.
 */
export function createTieBreak(secret: string | undefined): (slotId: string, request: string) => string {
  const key = secret ?? randomBytes(32).toString('hex');
  return (slotId, request) => hash('sha256', `${key}\n${slotId}\n${request}`).slice(0, 16);
}

/**
 * What stands for a request in that hash: the same for every request of a patient in a specialty, so that asking again
 * or in another way wins nothing.
 */
export function drawnFor(patientId: string, specialtyId: string): string {
  return `${patientId} ${specialtyId}`;
}

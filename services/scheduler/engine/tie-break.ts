import { hash, randomBytes } from 'node:crypto';

/**
 * Makes the function that hashes slot and request with a secret, so that nobody outside can work out which request
 * would win. Without a secret each process draws its own: hashes are stored with the decision, not compared
 * between processes.
 *
 * SHA-256 over secret and text, of which a quarter is kept: nobody can go on from a part of it, so HMAC, at five times
 * the price for some hundred slots each time, would add nothing.
 */
export function createTieBreak(secret: string | undefined): (slotId: string, request: string) => string {
  const key = secret ?? randomBytes(32).toString('hex');
  return (slotId, request) => hash('sha256', `${key}\n${slotId}\n${request}`).slice(0, 16);
}

/**
 * What stands for a request in that hash: the same for every way and every try of a patient to be seen in a specialty,
 * so that asking again, or otherwise, wins nothing.
 */
export function drawnFor(patientId: string, specialtyId: string): string {
  return `${patientId} ${specialtyId}`;
}

import { createHash } from 'node:crypto';

/**
 * The id of the appointment that a person books under an idempotency key: a UUID (version 8, RFC 9562) that depends on
 * these two only. So a retry after a lost answer asks for the same appointment.
 */
export function appointmentId(personId: string, idempotencyKey: string): string {
  const digest = createHash('sha256').update(`appointment\n${personId}\n${idempotencyKey}`).digest();
  const bytes = digest.subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

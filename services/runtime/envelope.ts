import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What travels on the topic and in every queue. Events arrive at least once and in any order. */
export const envelope = z.object({
  /** Equal for every copy of one event. */
  id: z.uuid(),
  type: z.string().min(1).max(64),
  /** Version of the thing the event is about; a follower keeps the highest. */
  version: z.int().min(1),
  occurredAt: z.iso.datetime(),
  traceparent: z.string().max(64).optional(),
  /** Whether it was published before: how long it took says nothing. */
  republished: z.literal(true).optional(),
  data: z.record(z.string(), z.unknown()),
});

export type Envelope = z.infer<typeof envelope>;

/** A UUID (version 8, RFC 9562) that depends on nothing but its input. */
export function eventId(type: string, key: string, version: number): string {
  const bytes = createHash('sha256').update(`${type}\n${key}\n${version}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

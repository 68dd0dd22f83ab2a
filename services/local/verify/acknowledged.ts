import type { Connection } from './sql.ts';
import type { Acknowledged, Finding } from './types.ts';

const committed =
  'select appointment_id as id, version from reservation where appointment_id = any($1::uuid[])';

/** Everything that was acknowledged to a client is committed, in that version or a later one. It holds at any time. */
export async function compareAcknowledged(
  scheduler: Connection,
  acknowledged: readonly Acknowledged[],
): Promise<Finding[]> {
  if (acknowledged.length === 0) return [];
  const { rows } = await scheduler.query<{ id: string; version: number }>(committed, [
    acknowledged.map(({ appointmentId }) => appointmentId),
  ]);
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  return acknowledged
    .filter(({ appointmentId, version }) => (versions.get(appointmentId) ?? 0) < version)
    .map(({ appointmentId }) => ({ broken: 'acknowledged and lost', id: appointmentId }));
}

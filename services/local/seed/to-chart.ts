import { createHash } from 'node:crypto';
import type { Entry } from './chart.ts';
import { insertRows, inTransaction } from './insert-rows.ts';

/** Writes entries as ehr keeps them: a numbered chart per patient, and a published event per entry. */
export function seedCharts(url: string, entries: readonly Entry[]): Promise<void> {
  const lengths = new Map<string, number>();
  const rows = entries.map((entry) => {
    const chart_version = (lengths.get(entry.patientId) ?? 0) + 1;
    lengths.set(entry.patientId, chart_version);
    return {
      entry_id: entry.id,
      version: 1,
      patient_id: entry.patientId,
      kind: entry.kind,
      body: entry.body,
      release: entry.release,
      author_id: entry.authorId,
      recorded_at: entry.recordedAt,
      amend_reason: null,
      chart_version,
      operation_key: `seed-${entry.id}`,
      request_sha256: `\\x${createHash('sha256').update(JSON.stringify(entry)).digest('hex')}`,
    };
  });
  return inTransaction(url, async (client) => {
    await insertRows(
      client,
      'chart',
      [...lengths].map(([patient_id, version]) => ({ patient_id, version })),
    );
    await insertRows(client, 'entry', rows);
    await insertRows(client, 'outbox', entries.map(outboxRow));
  });
}

function outboxRow(entry: Entry) {
  return {
    key: entry.id,
    version: 1,
    type: 'record.added',
    payload: headline(entry),
    created_at: entry.recordedAt,
    published_at: entry.recordedAt,
  };
}

/** The data of a record.added event. */
export function headline({ id, patientId, kind, recordedAt, authorId, release }: Entry) {
  return { patientId, entryId: id, version: 1, kind, recordedAt, authorId, visible: release === 'now' };
}

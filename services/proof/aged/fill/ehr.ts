/** What knows the tables of ehr: it and the steps of `ehr.sql`. */
import type pg from 'pg';
import { connect, endStaging, readSql, runSteps, stage, type Tell, withoutIndexes } from './bulk.ts';
import type { Seeded } from './seeded.ts';
import { collectMoments, toTemplate } from './template.ts';

type Row = Record<string, unknown> & { entry_id: string; patient_id: string; recorded_at: string };

/** Fills the database of ehr from the seeded hospital in `seedUrl`, with the charts of the visits that it was given. */
export async function fillEhr(
  url: string,
  seedUrl: string,
  client: pg.Client,
  seeded: Seeded,
  tell: Tell,
): Promise<void> {
  const source = await connect(seedUrl);
  try {
    await client.query('analyze aged.visit');
    await stageEntries(source, client, seeded);
    const [fill = '', after = ''] = readSql(import.meta.url, 'ehr.sql').split(/^-- behind the indexes$/m);
    await withoutIndexes(url, client, () => runSteps(url, client, fill, tell), tell);
    await runSteps(url, client, after, tell);
    await endStaging(client, tell);
  } finally {
    await source.end();
  }
}

/** What was written at each visit, as templates: the arguments are entry, patient, author, appointment and moments. */
async function stageEntries(source: pg.Client, client: pg.Client, seeded: Seeded): Promise<void> {
  const { rows } = await source.query<{ entry: Row; event: Record<string, unknown> }>(
    `select to_jsonb(e) as entry, to_jsonb(o) as event
     from entry e join outbox o on o.key = e.entry_id and o.version = e.version
     where e.version = 1 order by e.chart_version, e.patient_id`,
  );
  const visitAt = new Map(
    seeded.visits.map((visit) => [`${visit.patient.id} ${visit.opening.endMs - 60_000}`, visit]),
  );
  await stage(
    client,
    'pattern',
    'n int, seed_visit_id uuid, kind text, entry jsonb, body text, event jsonb, payload text, offsets_ms bigint[]',
    rows.flatMap(({ entry, event: { payload, ...event } }, n) => {
      const recordedAt = Date.parse(entry.recorded_at);
      const visit = visitAt.get(`${entry.patient_id} ${recordedAt}`);
      if (visit === undefined) return [];
      const moments = collectMoments({ start: recordedAt, asked: recordedAt }, () => 'start');
      const places = new Map(
        [entry.entry_id, entry.patient_id, visit.opening.provider.id, visit.id].map((id, index) => [
          id,
          index + 1,
        ]),
      );
      const { body, ...plain } = entry;
      const pattern = {
        body: toTemplate(body, places, moments),
        payload: toTemplate(payload, places, moments),
      };
      return [
        {
          n,
          seed_visit_id: visit.id,
          kind: entry['kind'],
          entry: plain,
          event,
          ...pattern,
          offsets_ms: moments.list.map(({ offset_ms }) => offset_ms),
        },
      ];
    }),
  );
}

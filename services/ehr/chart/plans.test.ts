/** What a page of a chart costs the database depends on the page and not on the chart, also with plans made once. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '@healthbooker/local/test/database';
import { loadSql } from '@healthbooker/runtime/postgres';
import pg from 'pg';
import { fillChart } from '../test/fill-chart.ts';
import { allKinds, entryColumns } from './entry.ts';

const [few, many] = [randomUUID(), randomUUID()];
const authorId = randomUUID();
const lengths = { [few]: 200, [many]: 20_000 };
const greatest = 2_147_483_647;

let database: TestDatabase;
let store: pg.Pool;

before(async () => {
  database = await testDatabase('ehr');
  store = new pg.Pool({ connectionString: database.url, max: 1 });
  for (const [patientId, entries] of Object.entries(lengths)) {
    await fillChart(store, { patientId, authorId }, { entries, lasting: 20, characters: 300 });
  }
  await store.query(`set plan_cache_mode = 'force_generic_plan'`);
});
after(async () => {
  await store?.end();
  await database?.drop();
});

type Plan = { Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number; 'Actual Rows': number } };

/** Pages of the database that a statement looks at, planned without its parameters. */
async function buffersOf(
  file: string,
  parameters: readonly unknown[],
): Promise<{ buffers: number; rows: number }> {
  const { text } = loadSql(import.meta.url, `../sql/${file}`, { entryColumns });
  const name = `plan_${randomUUID().replaceAll('-', '')}`;
  await store.query(`prepare ${name} as ${text}`);
  const literals = parameters.map((one) =>
    Array.isArray(one) ? `'{${one.join()}}'` : typeof one === 'string' ? `'${one}'` : String(one),
  );
  const { rows } = await store.query<{ 'QUERY PLAN': [Plan] }>(
    `explain (analyze, buffers, format json) execute ${name}(${literals.join()})`,
  );
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  assert.ok(plan);
  return { buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], rows: plan['Actual Rows'] };
}

for (const statistics of ['without', 'with'] as const) {
  for (const audience of ['provider', 'patient']) {
    test(`a page of 20,000 entries costs the ${audience} what one of 200 does, ${statistics} statistics`, async () => {
      if (statistics === 'with') await store.query('analyze');
      const page = (patientId: string, kinds: readonly string[], position: number) => {
        const weight = position === greatest ? greatest : 1;
        const chartVersion = lengths[patientId];
        return buffersOf('select-chart.sql', [
          patientId,
          audience,
          chartVersion,
          weight,
          position,
          kinds,
          100,
          1_048_576,
          524_288,
        ]);
      };
      const opened = { few: await page(few, allKinds, greatest), many: await page(many, allKinds, greatest) };
      assert.deepEqual([opened.few.rows, opened.many.rows], [120, 120]);
      const bound = opened.few.buffers * 2 + 200;
      assert.ok(opened.many.buffers < bound, `${opened.many.buffers} ≮ ${bound}`);
      for (const [kinds, position, rows] of [
        [allKinds, 10_000, 100],
        [['encounter-note'], 10_000, 100],
        [['correction-request'], greatest, 0],
        [['medication'], greatest, 7],
      ] as const) {
        const later = await page(many, kinds, position);
        assert.equal(later.rows, rows);
        assert.ok(later.buffers < bound, `${kinds.join()}: ${later.buffers} ≮ ${bound}`);
      }
    });
  }
}

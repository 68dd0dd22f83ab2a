import { query, statement, type Transaction } from '@healthbooker/runtime/postgres';

const ensureChart = statement(
  'ensure-chart',
  `insert into chart (patient_id, version)
values ($1, 0)
on conflict do nothing`,
);
const lockRow = statement('lock-chart', `select version from chart where patient_id = $1 for update`);

/** Locks a patient's chart, which is made when nothing was ever written, until the transaction ends. Its version. */
export async function lockChart(client: Transaction, patientId: string): Promise<number> {
  await query(client, ensureChart, [patientId]);
  const [chart] = await query<{ version: number }>(client, lockRow, [patientId]);
  if (chart === undefined) throw new Error('the chart was not there although it was just made');
  return chart.version;
}

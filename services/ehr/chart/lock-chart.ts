import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';

const ensureChart = loadSql(import.meta.url, '../sql/ensure-chart.sql');
const lockRow = loadSql(import.meta.url, '../sql/lock-chart.sql');

/** Locks a patient's chart, which is made when nothing was ever written, until the transaction ends. Its version. */
export async function lockChart(client: Transaction, patientId: string): Promise<number> {
  await query(client, ensureChart, [patientId]);
  const [chart] = await query<{ version: number }>(client, lockRow, [patientId]);
  if (chart === undefined) throw new Error('the chart was not there although it was just made');
  return chart.version;
}

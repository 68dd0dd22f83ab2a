import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, type Pool, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { id } from '../parse.ts';
import type { DecisionRow } from './decision-row.ts';

const select = loadSql(import.meta.url, './select-decision.sql');

/** Names one decision. */
export const whichDecision = z.object({ appointmentId: id, version: z.int().min(0) });

/** The decision of a version; version 0 is the latest by which the appointment got its time. Errors: not-found. */
export async function findDecision(
  pool: Pool,
  { appointmentId, version }: z.output<typeof whichDecision>,
): Promise<DecisionRow> {
  const [row] = await query<DecisionRow>(pool, select, [appointmentId, version]);
  if (row === undefined) throw new ServiceError('not-found', 'There is no such decision.');
  return row;
}

import type { CallContext } from '@healthbooker/runtime/context';
import type { Rpc, ServedService } from '@healthbooker/runtime/grpc-server';
import { loadSql, type Pool, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { id } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { accessColumns, readerOf, type What } from './record.ts';
import { Refusal, type Tried } from './refusal.ts';

const sql = {
  insert: loadSql(import.meta.url, './record-try.sql', { accessColumns }),
  whose: loadSql(import.meta.url, './whose.sql'),
};

/** What is clinical behind each RPC that names one patient, or something of theirs. */
const clinical: Readonly<Record<string, What>> = {
  Propose: 'symptoms',
  ProposeSeries: 'symptoms',
  HoldSlot: 'visit',
  Reserve: 'visit-reason',
  ReserveSeries: 'visit-reason',
  GetReservation: 'visit-reason',
  MoveReservation: 'visit-reason',
  CancelReservation: 'visit-reason',
  ChangeVisitStatus: 'visit-reason',
  MoveSeries: 'visit-reason',
  CancelSeries: 'visit-reason',
  AnswerNewTime: 'visit-reason',
  ReportLateness: 'visit-reason',
  SettleWorkItem: 'urgency',
  JoinWaitlist: 'waiting-reason',
  ChangeWaitlistEntry: 'waiting-reason',
  LeaveWaitlist: 'waiting-reason',
  GetWaitlistEntry: 'waiting-reason',
  ListWaitlist: 'waiting-reason',
  AcceptOffer: 'waiting-reason',
  DeclineOffer: 'waiting-reason',
  Retriage: 'waiting-reason',
  RecordContact: 'waiting-reason',
  PlaceReferral: 'referral',
  ListReferrals: 'referral',
  WithdrawReferral: 'referral',
  GetDecision: 'decision',
  ListDecisions: 'decision',
  ReplayDecision: 'decision',
};

const empty = z.literal('').transform(() => undefined);
const named = z.object({
  patientId: z.union([empty, id]).optional(),
  appointmentId: z.union([empty, id]).optional(),
  referralId: z.union([empty, id]).optional(),
  seriesId: z.union([empty, id]).optional(),
});

/**
 * A service whose refusals are recorded: of callers who may not call an RPC at all, and of those whom the RPC refuses
 * with a {@link Refusal}. The row is committed before the refusal is answered; when that fails, the answer is that
 * failure.
 */
export function recordingTries(service: ServedService, parts: Parts): ServedService {
  const rpcs = [...service.rpcs].map(([name, rpc]): [string, Rpc<unknown, unknown>] => [
    name,
    recording(rpc, clinical[name], parts),
  ]);
  return { protoService: service.protoService, rpcs: new Map(rpcs) };
}

function recording(rpc: Rpc<unknown, unknown>, what: What | undefined, parts: Parts): Rpc<unknown, unknown> {
  return {
    callers: rpc.callers,
    async handle(request, context) {
      try {
        return await rpc.handle(request, context);
      } catch (error) {
        if (error instanceof Refusal) await recordTry(parts, context, error.tried);
        throw error;
      }
    },
    async onForbidden(request, context) {
      if (what === undefined) return;
      const patientId = await patientOf(parts.pool, request);
      if (patientId !== undefined) await recordTry(parts, context, { patientId, what });
    },
  };
}

/** Puts on record that the caller was refused. Errors: those of `query`; then nothing else is answered. */
export async function recordTry(
  { pool, clock, measures }: Parts,
  context: CallContext,
  { patientId, what }: Tried,
): Promise<void> {
  if (context.caller.kind !== 'person') return;
  measures.refusedTries.inc({ what });
  const { reader_id, role } = readerOf(context, 'none');
  await query(pool, sql.insert, [clock(), patientId, reader_id, role, what, context.trace.traceId]);
}

/** The patient whom a request is about, if known. */
async function patientOf(pool: Pool, request: unknown): Promise<string | undefined> {
  const { data } = named.safeParse(request);
  if (data?.patientId !== undefined) return data.patientId;
  const about = data?.appointmentId ?? data?.referralId ?? data?.seriesId;
  if (about === undefined) return undefined;
  const [row] = await query<{ patient_id: string }>(pool, sql.whose, [about]);
  return row?.patient_id;
}

import {
  type CallContext,
  forward,
  isInGroup,
  personOf,
  refuseForOneself,
} from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { isUuid } from './chart/id.ts';
import { recordTry, type What } from './chart/record-access.ts';
import type { Parts } from './parts.ts';

/** Why a person may see a chart, in which role: what the access row will say. */
export type Permission = {
  patientId: string;
  readerId: string;
  role: 'Patients' | 'Providers' | 'proxy';
  why: 'own-record' | 'care-relationship' | 'proxy';
  /** What the directory calls a provider; empty for everybody else. */
  directoryName: string;
};

type PermitParts = Pick<Parts, 'scheduler' | 'proxies' | 'denials' | 'pool' | 'names' | 'clock'>;

/**
 * Decides whether the caller may read this chart. Patients may read their own chart and, as proxies with the scope
 * `record`, those of others; providers those of patients whom their team treats. The scheduler knows both. Nobody reads
 * their own chart as staff. A refusal is recorded first, with what was asked for.
 * @param patientId empty for a patient's own record
 * @throws ServiceError not-found for everybody else's chart, as for one that does not exist; forbidden; unavailable
 */
export async function permit(
  patientId: string,
  what: What,
  context: CallContext,
  parts: PermitParts,
): Promise<Permission> {
  const { personId } = personOf(context);
  const reader = { readerId: personId, directoryName: '' };
  if (isInGroup(context.caller, 'Patients') && (patientId === '' || patientId === personId)) {
    return { ...reader, patientId: personId, role: 'Patients', why: 'own-record' };
  }
  refuseForOneself(context, patientId);
  const { related, callerName } = await treats(patientId, context, parts);
  if (related) {
    return {
      patientId,
      readerId: personId,
      role: 'Providers',
      why: 'care-relationship',
      directoryName: callerName,
    };
  }
  if (isInGroup(context.caller, 'Patients') && isUuid(patientId)) {
    const outgoing = forward(context, { idempotent: true });
    const wanted = { patientId, scope: 'PROXY_SCOPE_RECORD' } as const;
    const { allowed } = await parts.proxies.call('MayActFor', wanted, outgoing);
    if (allowed) return { ...reader, patientId, role: 'proxy', why: 'proxy' };
  }
  return refuse(patientId, what, callerName, context, parts);
}

/**
 * Decides whether the caller may write to this chart: providers may when their team treats the patient, and never to
 * their own. A refusal is recorded first.
 * @throws ServiceError not-found for everybody else's chart, as for one that does not exist; forbidden; unavailable
 */
export async function permitWriting(
  patientId: string,
  what: What,
  context: CallContext,
  parts: PermitParts,
): Promise<Permission> {
  refuseForOneself(context, patientId);
  const { related, callerName } = await treats(patientId, context, parts);
  if (!related) return refuse(patientId, what, callerName, context, parts);
  const { personId } = personOf(context);
  return {
    patientId,
    readerId: personId,
    role: 'Providers',
    why: 'care-relationship',
    directoryName: callerName,
  };
}

async function treats(
  patientId: string,
  context: CallContext,
  { scheduler }: Pick<Parts, 'scheduler'>,
): Promise<{ related: boolean; callerName: string }> {
  if (!isInGroup(context.caller, 'Providers') || !isUuid(patientId))
    return { related: false, callerName: '' };
  return scheduler.call('HasCareRelationship', { patientId }, forward(context, { idempotent: true }));
}

async function refuse(
  patientId: string,
  what: What,
  directoryName: string,
  context: CallContext,
  parts: PermitParts,
): Promise<never> {
  const { personId } = personOf(context);
  parts.denials.inc();
  context.log.warn(
    { readerId: personId },
    'a chart was refused: the reader neither treats this patient nor acts for them',
  );
  await recordTry(parts, { patientId, directoryName, what }, context);
  throw new ServiceError('not-found', 'There is no such chart.');
}

/** For people who may not call an RPC at all: their try is recorded before they are refused. */
export function recordingForbidden(what: What, parts: PermitParts) {
  return async ({ patientId }: { patientId: string }, context: CallContext): Promise<void> => {
    if (context.caller.kind !== 'person') return;
    parts.denials.inc();
    await recordTry(parts, { patientId, directoryName: '', what }, context);
  };
}

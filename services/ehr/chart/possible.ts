import type { CallContext } from '@healthbooker/runtime/context';
import { type FieldError, ServiceError } from '@healthbooker/runtime/errors';
import type { Parts } from '../parts.ts';
import type { CheckedBody } from './body.ts';
import { areRecent, doubtsOfDate, doubtsOfInstant, doubtsOfOrder, type Life } from './dates.ts';
import { type Doubts, doubtsOf, quantityOf } from './plausible.ts';

/** A medicine may be prescribed this long before it is started. */
const prescribed_ahead_days = 366;

/**
 * Refuses impossible values: outside what a body allows, before the birth, in the future, or an end before its beginning.
 * Also refuses very unlikely values until the author has confirmed them.
 * @returns the unlikely fields that were confirmed, each with its sentence
 * @throws ServiceError invalid or unlikely-value, the fields named; unavailable when the birth date is needed and cannot
 * be read
 */
export async function checkPossible(
  checked: CheckedBody,
  { patientId, isConfirmed }: { patientId: string; isConfirmed: boolean },
  parts: Pick<Parts, 'names' | 'clock'>,
  context: Pick<CallContext, 'log'>,
): Promise<string[]> {
  const now = parts.clock();
  const dates = datesOf(checked);
  const birthDate = dates.length > 0 ? await birthDateOf(patientId, dates, now, parts, context) : '';
  const { impossible, unlikely } = doubtsOfBody(checked, { now, birthDate });
  if (impossible.length > 0)
    throw new ServiceError('invalid', 'The entry has errors.', { fields: impossible });
  if (unlikely.length > 0 && !isConfirmed) {
    throw new ServiceError('unlikely-value', 'A value is very unlikely. Confirm that it is meant.', {
      fields: unlikely,
    });
  }
  return unlikely.map(({ field, message }) => `${field} ${message}`);
}

/** The birth date, from the appointment service. While that is down: empty when all dates are recent, else an error. */
async function birthDateOf(
  patientId: string,
  dates: readonly string[],
  now: Date,
  { names }: Pick<Parts, 'names'>,
  { log }: Pick<CallContext, 'log'>,
): Promise<string> {
  try {
    return await names.birthDate(patientId);
  } catch (err) {
    if (!areRecent(dates, now)) {
      throw new ServiceError('unavailable', 'Dates cannot be checked against the birth date right now.', {
        retryAfterMs: 1000,
        cause: err,
      });
    }
    log.warn(
      { err },
      'the birth date could not be read: a recent entry is written without checking its dates against it',
    );
    return '';
  }
}

function datesOf(checked: CheckedBody): string[] {
  return possibleDates(checked).filter((date): date is string => date !== undefined && date !== '');
}

function possibleDates({ kind, body }: CheckedBody): (string | undefined)[] {
  switch (kind) {
    case 'encounter-note':
    case 'allergy':
      return [];
    case 'condition':
      return [body.onsetDate, body.resolvedDate];
    case 'medication':
      return [body.startedDate, body.stoppedDate];
    case 'observation':
      return [body.observedAt];
  }
}

/** Everything that is doubtful about the numbers and dates of an entry. */
function doubtsOfBody(checked: CheckedBody, life: Life): Doubts {
  const { kind, body } = checked;
  switch (kind) {
    case 'condition': {
      const { onsetDate: onset, resolvedDate: resolved = '' } = body;
      return certain([
        ...doubtsOfDate(onset, 'body.onsetDate', life),
        ...doubtsOfDate(resolved, 'body.resolvedDate', life),
        ...doubtsOfOrder([onset, 'the onset'], [resolved, 'body.resolvedDate']),
      ]);
    }
    case 'medication': {
      const { startedDate: started, stoppedDate: stopped = '', status } = body;
      const ahead = status === 'active' ? prescribed_ahead_days : 0;
      return certain([
        ...doubtsOfDate(started, 'body.startedDate', life, ahead),
        ...doubtsOfDate(stopped, 'body.stoppedDate', life),
        ...doubtsOfOrder([started, 'the start'], [stopped, 'body.stoppedDate']),
      ]);
    }
    case 'observation': {
      const dates = certain(doubtsOfInstant(body.observedAt, 'body.observedAt', life));
      return 'components' in body
        ? joined([
            dates,
            ...body.components.map((one, at) => doubtsOf(one, `body.components[${at}]`)),
            doubtsOfPressures(body.components),
          ])
        : joined([dates, doubtsOf(body, 'body')]);
    }
    default:
      return certain([]);
  }
}

type Component = Extract<CheckedBody, { kind: 'observation' }>['body'] extends infer Body
  ? Body extends { components: readonly (infer One)[] }
    ? One
    : never
  : never;

/** The diastolic pressure must be lower than the systolic: the heart fills at a lower pressure than it pumps. */
function doubtsOfPressures(components: readonly Component[]): Doubts {
  const at = (name: string) => components.findIndex((one) => quantityOf(one)?.name === name);
  const [upper, lower] = [at('Systolic pressure'), at('Diastolic pressure')];
  const [systolic, diastolic] = [components[upper]?.value, components[lower]?.value];
  if (systolic === undefined || diastolic === undefined) return certain([]);
  const field = `body.components[${lower}].value`;
  if (diastolic > systolic) return certain([{ field, message: 'must not exceed the systolic pressure' }]);
  return diastolic === systolic
    ? { impossible: [], unlikely: [{ field, message: 'is very unlikely: it equals the systolic pressure' }] }
    : certain([]);
}

function certain(impossible: FieldError[]): Doubts {
  return { impossible, unlikely: [] };
}

function joined(doubts: readonly Doubts[]): Doubts {
  return {
    impossible: doubts.flatMap((one) => one.impossible),
    unlikely: doubts.flatMap((one) => one.unlikely),
  };
}

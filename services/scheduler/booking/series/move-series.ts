import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { type SlotRow, slotColumns } from '../../calendar/slot.ts';
import { roleTowards } from '../../care/access.ts';
import type { ReservationRow } from '../../history/reservation.ts';
import { id, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { lockWantedSlots } from '../lock-booking-facts.ts';
import { agreedIn, agreements } from '../need.ts';
import { planMove } from '../plan-move.ts';
import { slotTaken } from '../refuse.ts';
import { writeVersionIn } from '../write-version.ts';
import {
  type Changed,
  changeSchema,
  changeSeries,
  type SeriesVisitRow,
  type Touched,
  versionSeen,
} from './change.ts';
import { localStarts } from './local-starts.ts';
import { naming } from './naming.ts';
import { noTimeInWords } from './series-words.ts';

const sql = {
  slot: loadSql(import.meta.url, '../select-slot.sql', { slotColumns }),
  exact: loadSql(import.meta.url, './series-exact.sql', { slotColumns }),
  /** A slot that this transaction gave back and gives to another visit of the same patient. */
  free: statement(
    'free-within-move',
    `update slot set state = 'free' where id = $1 and state = 'settling' and not is_retired returning id`,
  ),
};

const schema = changeSchema.extend({ slotId: id, ...agreements });

type Step = { visit: SeriesVisitRow; slotId: string };

/**
 * Moves one visit of a series to a slot, or it and all later ones by the same distance: the same weekday and time of
 * day as the new slot, with its provider, as many weeks apart as before. All of them or none.
 *
 * Errors: those of MoveReservation with details.place; slot-taken with details.place and reason where a later visit
 * finds no slot.
 */
export function moveSeries(parts: Parts): RpcOf<SeriesServiceDefinition, 'MoveSeries'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(message, context) {
      const { slotId, ...change } = parse(schema, message);
      const { operationKey, ...asked } = change;
      const request = { ...asked, slotId };
      const reservations = await changeSeries(
        parts,
        'move-series',
        change,
        context,
        (status) => status === 'booked',
        async (tx, touched) => {
          const steps = touched.isRepeat
            ? touched.visits.map((visit) => ({ visit, slotId }))
            : await plan(tx, touched, slotId);
          const changed: Changed = { written: [], freed: new Set() };
          const given = new Set(steps.map((step) => step.slotId));
          for (const { visit, slotId: to } of steps) {
            const move = {
              operation: 'move-series',
              request,
              operationKey,
              appointmentId: visit.appointment_id,
              expectedVersion: versionSeen(change, visit),
              authorise: (on: Transaction, current: ReservationRow) =>
                roleTowards(on, context, current, parts.clock()),
              plan: (on: Transaction, current: ReservationRow) =>
                planMove(
                  on,
                  context,
                  current,
                  to,
                  parts.clock(),
                  agreedIn(asked),
                  changed.written.length > 0,
                ),
            };
            const written = await naming(visit.series_place, () => writeVersionIn(tx, parts, move, context));
            changed.written.push(written);
            if (written.isRepeat) continue;
            if (written.freedSpecialtyId !== undefined) changed.freed.add(written.freedSpecialtyId);
            // The next visit of the series may take the slot that this one leaves.
            if (given.has(visit.slot_id)) await query(tx, sql.free, [visit.slot_id]);
          }
          changed.written.sort((a, b) => (a.reservation.seriesPlace ?? 0) - (b.reservation.seriesPlace ?? 0));
          return changed;
        },
      );
      return { reservations };
    },
  };
}

/**
 * Which visit gets which slot, in an order in which each slot has been left before it is taken. All slots are locked.
 */
async function plan(tx: Transaction, { everyWeeks, visits }: Touched, slotId: string): Promise<Step[]> {
  const [picked] = visits;
  const [first] = await query<SlotRow>(tx, sql.slot, [slotId]);
  if (first === undefined) throw new ServiceError('not-found', 'There is no such time.');
  const last = visits.at(-1)?.series_place ?? picked.series_place;
  const starts = localStarts(
    first.local_start,
    first.start_at.getTime(),
    everyWeeks,
    last - picked.series_place + 1,
  );
  const own = visits.map((visit) => visit.slot_id);
  const steps: Step[] = [];
  for (const visit of visits) {
    if (visit === picked) {
      steps.push({ visit, slotId });
      continue;
    }
    const wanted = starts[visit.series_place - picked.series_place];
    const [slot] =
      wanted === undefined
        ? []
        : await query<SlotRow>(tx, sql.exact, [
            first.provider_id,
            new Date(wanted.aboutMs),
            wanted.localStart.replace('T', ' '),
            first.visit_type_id,
            first.location_id,
            own,
          ]);
    if (slot === undefined) throw noSlot(visit, wanted?.localStart ?? '');
    steps.push({ visit, slotId: slot.id });
  }
  const isLater = first.local_start > picked.local_start;
  const locked = await lockWantedSlots(
    tx,
    steps.map((step) => step.slotId),
    own,
  );
  for (const { visit, slotId: to } of steps) {
    const start = locked.get(to)?.visit_id;
    const seats = [...locked.values()].filter((slot) => slot.visit_id === start);
    if (seats.some(({ id, state }) => state === 'free' || state === 'held' || own.includes(id))) continue;
    await naming(visit.series_place, () => Promise.reject(slotTaken(to)));
  }
  return isLater ? steps.reverse() : steps;
}

function noSlot({ series_place }: SeriesVisitRow, localStart: string): ServiceError {
  return new ServiceError('slot-taken', noTimeInWords('no-clinic'), {
    details: { place: String(series_place), localStart, reason: 'no-clinic' },
  });
}

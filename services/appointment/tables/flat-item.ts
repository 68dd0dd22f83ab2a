import type { ReservationVersion__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReservationVersion';
import { present } from '@healthbooker/protos/json/words';
import { toInstant } from '../instant.ts';

/**
 * Items as the release before writes them: each field of a version is an attribute. While both releases run, each reads
 * what the other writes: `toFlat` writes these attributes beside the version, and `readFlat` reads items that have only
 * these attributes. The next release removes both functions: the rewriter has then rewritten every item.
 */

/** The attributes that the release before reads, without those that `attributesOf` gives. */
export function toFlat(reservation: ReservationVersion__Output): Record<string, unknown> {
  const { slot: whole, patientId: _, ...fields } = reservation;
  const { id, startAt: __, endAt, placesLeft: ___, mode, ...slot } = present(whole, 'reservation.slot');
  return {
    ...slot,
    ...fields,
    slotId: id,
    endDate: toInstant(endAt),
    mode: wordOf(mode, 'VISIT_MODE_') || 'in-person',
    accessNeeds: fields.accessNeeds.map((need) => wordOf(need, 'ACCESS_NEED_')),
    standing: wordOf(fields.standing, 'VISIT_STANDING_'),
  };
}

/** The JSON of the version that a flat item holds. */
export function readFlat(item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { PK, SK, slotId, appointmentDate, endDate, status, mode, accessNeeds, standing, ...fields } = item;
  const { providerId, providerName, specialtyId, visitTypeId, locationId, timeZone, ...version } = fields;
  return {
    ...version,
    patientId: PK,
    status: nameOf(status, 'VISIT_STATUS_'),
    slot: {
      id: slotId,
      providerId,
      providerName,
      specialtyId,
      visitTypeId,
      locationId,
      timeZone,
      startAt: appointmentDate,
      endAt: endDate,
      mode: nameOf(mode ?? 'in-person', 'VISIT_MODE_'),
    },
    accessNeeds: Array.isArray(accessNeeds) ? accessNeeds.map((need) => nameOf(need, 'ACCESS_NEED_')) : [],
    standing: nameOf(standing, 'VISIT_STANDING_'),
  };
}

/** The value of an enum as a word: `checked-in` for VISIT_STATUS_CHECKED_IN, empty for the unspecified one. */
export function wordOf(name: string, prefix: string): string {
  const word = name.slice(prefix.length).toLowerCase().replaceAll('_', '-');
  return word === 'unspecified' ? '' : word;
}

function nameOf(word: unknown, prefix: string): string {
  const name = typeof word === 'string' ? word : '';
  return `${prefix}${name === '' ? 'UNSPECIFIED' : name.toUpperCase().replaceAll('-', '_')}`;
}

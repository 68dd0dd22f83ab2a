/** Fields of the contracts that callers of the edges know under another name. */
export const fieldNames: Readonly<Record<string, string>> = {
  pageSize: 'limit',
  pageToken: 'cursor',
  fromAt: 'from',
  toAt: 'to',
  expectedVersion: 'version',
  idempotencyKey: 'Idempotency-Key',
  operationKey: 'Idempotency-Key',
  subjectId: 'appointmentId',
  'accessNeeds.needs': 'accessNeeds',
  // The visits of a series are named by their times alone.
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, place) => [`visits.${place}.slotId`, `slotIds.${place}`]),
  ),
};

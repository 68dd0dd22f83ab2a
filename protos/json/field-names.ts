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
};

/**
 * The messages that are kept as JSON, in events, decisions and items of PBHMS_Core, with the fields that none of them
 * lacks. `npm run generate` writes a reader for each to `gen/readers.ts`.
 */
export const keptMessages = [
  {
    name: 'healthbooker.scheduler.v1.ReservationVersion',
    neverEmpty: [
      'appointmentId',
      'version',
      'patientId',
      'status',
      'changedAt',
      'slot.providerId',
      'slot.startAt',
    ],
  },
  {
    name: 'healthbooker.scheduler.v1.WaitlistEntryVersion',
    neverEmpty: ['appointmentId', 'version', 'patientId', 'state', 'change', 'changedAt'],
  },
  {
    name: 'healthbooker.ehr.v1.EntryHeadline',
    neverEmpty: ['patientId', 'entryId', 'version', 'authorId'],
  },
] as const;

/** More than any message of today takes, and little enough for the queues, the outbox and the table. */
export const most_bytes = 8192;

/** A message that is about to be kept. Throws when its JSON has more than `most_bytes`. */
export function refuseTooLarge<Message extends object>(message: Message, name: string): Message {
  keptJson(message, name);
  return message;
}

/** The JSON of a message that is about to be kept. Throws when it has more than `most_bytes`. */
export function keptJson(message: object, name: string): string {
  const json = JSON.stringify(message);
  const bytes = Buffer.byteLength(json);
  if (bytes > most_bytes) throw new Error(`a ${name} takes ${bytes} bytes, more than ${most_bytes}`);
  return json;
}

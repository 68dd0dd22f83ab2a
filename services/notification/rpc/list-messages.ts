import type { Message } from '@healthbooker/protos/gen/healthbooker/notification/v1/Message';
import type { NotificationServiceDefinition } from '@healthbooker/protos/gen/healthbooker/notification/v1/NotificationService';
import { isInGroup, personOf } from '@healthbooker/runtime/context';
import { type FieldError, ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import type { Pool } from '@healthbooker/runtime/postgres';
import { withoutSecret } from '../compose-proxy.ts';
import { type LedgerRow, listMessages } from '../ledger.ts';

const default_page = 50;
const largest_page = 100;
const longest_id = 128;

/**
 * The ledger, newest first. Patients see their own messages; naming anybody else is `not-found`, whether or not
 * that person exists. Admins and receptionists see anybody's.
 */
export function createListMessages(pool: Pool): RpcOf<NotificationServiceDefinition, 'ListMessages'> {
  return {
    callers: ['Patients', 'Receptionists', 'Admins'],
    async handle({ personId, subjectId, pageSize, pageToken }, context) {
      const caller = personOf(context);
      const isStaff = isInGroup(caller, 'Admins') || isInGroup(caller, 'Receptionists');
      if (!isStaff && personId !== '' && personId !== caller.personId) {
        throw new ServiceError('not-found', 'There are no such messages.');
      }
      const page = checkPage({ personId, subjectId, pageSize, pageToken });
      const filter = {
        personId: isStaff ? personId || undefined : caller.personId,
        subjectId: subjectId || undefined,
      };
      // One row more than asked for tells whether there is a next page.
      const rows = await listMessages(pool, filter, { ...page, limit: page.limit + 1 });
      const shown = rows.slice(0, page.limit);
      const more = rows.length > page.limit ? String(shown.at(-1)?.ordinal ?? '') : '';
      return { messages: shown.map(toMessage), nextPageToken: more };
    },
  };
}

function checkPage(request: { personId: string; subjectId: string; pageSize: number; pageToken: string }): {
  limit: number;
  beforeOrdinal: number | undefined;
} {
  const { personId, subjectId, pageSize, pageToken } = request;
  const fields: FieldError[] = [];
  if (personId.length > longest_id) fields.push({ field: 'personId', message: 'is too long' });
  if (subjectId.length > longest_id) fields.push({ field: 'subjectId', message: 'is too long' });
  if (pageSize < 0 || pageSize > largest_page) {
    fields.push({ field: 'pageSize', message: `must be 1 to ${largest_page}` });
  }
  if (pageToken !== '' && !/^[1-9]\d{0,14}$/.test(pageToken)) {
    fields.push({ field: 'pageToken', message: 'must come from an earlier answer' });
  }
  if (fields.length > 0) throw new ServiceError('invalid', 'The request is not valid.', { fields });
  return {
    limit: pageSize === 0 ? default_page : pageSize,
    beforeOrdinal: pageToken === '' ? undefined : Number(pageToken),
  };
}

function toMessage(row: LedgerRow): Message {
  return {
    id: row.id,
    personId: row.person_id,
    channel: row.channel,
    template: row.template,
    subjectId: row.subject_id,
    subjectVersion: row.subject_version,
    state: row.state,
    tries: row.tries,
    queuedAt: row.queued_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? '',
    failure: row.failure,
    subject: row.mail_subject ?? '',
    text: withoutSecret(row.mail_text ?? ''),
    wordsRemoved: areWordsRemoved(row),
  };
}

/** Whether a message had words that are not kept any more: those of past months, and one that was sent without them being found. */
function areWordsRemoved({ mail_text, tries, state, is_past }: LedgerRow): boolean {
  return mail_text === null && tries > 0 && (is_past || state === 'sent' || state === 'delivered');
}

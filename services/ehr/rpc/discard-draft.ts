import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { permitWriting, recordingForbidden } from '../access.ts';
import { recordAccess, withReaderName } from '../chart/record-access.ts';
import { checkForm } from '../draft/draft.ts';
import type { Parts } from '../parts.ts';

const deleteDraft = statement(
  'delete-draft',
  `delete from draft where author_id = $1 and patient_id = $2 and form = $3`,
);

/** Removes the caller's draft; a missing one is no error. */
export function discardDraft(parts: Parts): RpcOf<EhrServiceDefinition, 'DiscardDraft'> {
  return {
    callers: ['Providers'],
    onForbidden: recordingForbidden('draft', parts),
    async handle(request, context) {
      const form = checkForm(request.form);
      const permission = await permitWriting(request.patientId, 'draft', context, parts);
      const author = await withReaderName(permission, parts, context.log);
      const { patientId, readerId } = author;
      const discard = async (client: Transaction) => {
        await recordAccess(client, author, { action: 'write', what: 'draft' }, parts.clock(), context);
        await query(client, deleteDraft, [readerId, patientId, form]);
      };
      await transaction(parts.pool, discard, { deadline: context.deadline });
      return {};
    },
  };
}

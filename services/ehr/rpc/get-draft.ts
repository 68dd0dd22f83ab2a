import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { permitWriting, recordingForbidden } from '../access.ts';
import { recordAccess, withReaderName } from '../chart/record-access.ts';
import { checkForm, type DraftRow } from '../draft/draft.ts';
import type { Parts } from '../parts.ts';

const selectDraft = loadSql(import.meta.url, '../sql/select-draft.sql');

/** The caller's own draft. There is no field to ask for the draft of somebody else. */
export function getDraft(parts: Parts): RpcOf<EhrServiceDefinition, 'GetDraft'> {
  return {
    callers: ['Providers'],
    onForbidden: recordingForbidden('draft', parts),
    async handle(request, context) {
      const form = checkForm(request.form);
      const permission = await permitWriting(request.patientId, 'draft', context, parts);
      const author = await withReaderName(permission, parts, context.log);
      await recordAccess(parts.pool, author, { action: 'read', what: 'draft' }, parts.clock(), context);
      const [row] = await query<DraftRow>(parts.pool, selectDraft, [author.readerId, author.patientId, form]);
      if (row === undefined) throw new ServiceError('not-found', 'There is no draft of this.');
      const { version, fields, operation_key: operationKey, saved_at } = row;
      return { draft: { form, version, fields, operationKey, savedAt: saved_at.toISOString() } };
    },
  };
}

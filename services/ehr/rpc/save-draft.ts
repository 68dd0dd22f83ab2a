import { isDeepStrictEqual } from 'node:util';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { permitWriting, recordingForbidden } from '../access.ts';
import { entryColumns } from '../chart/entry.ts';
import { lockChart } from '../chart/lock-chart.ts';
import { recordAccess, withReaderName } from '../chart/record-access.ts';
import { checkOperationKey } from '../chart/write-version.ts';
import { checkFields, checkForm, type DraftRow } from '../draft/draft.ts';
import type { Parts } from '../parts.ts';

const findOperation = loadSql(import.meta.url, '../sql/find-operation.sql', { entryColumns });
const selectDraft = loadSql(import.meta.url, '../sql/select-draft.sql');
const listDrafts = loadSql(import.meta.url, '../sql/list-drafts.sql');
const saveRow = loadSql(import.meta.url, '../sql/save-draft.sql');
const max_drafts = 30;

/** Stores what a clinician has typed so far. The chart is locked, so that a late save does not bring back a signed draft. */
export function saveDraft(parts: Parts): RpcOf<EhrServiceDefinition, 'SaveDraft'> {
  return {
    callers: ['Providers'],
    onForbidden: recordingForbidden('draft', parts),
    async handle(request, context) {
      const form = checkForm(request.form);
      const fields = checkFields(request.fields);
      const key = checkOperationKey(request.operationKey);
      const permission = await permitWriting(request.patientId, 'draft', context, parts);
      const author = await withReaderName(permission, parts, context.log);
      const { patientId, readerId } = author;
      const now = parts.clock();
      const save = async (client: Transaction) => {
        await lockChart(client, patientId);
        await recordAccess(client, author, { action: 'write', what: 'draft' }, now, context);
        const [signed] = await query(client, findOperation, [readerId, key]);
        if (signed) throw new ServiceError('conflict', 'This is in the chart already.');
        const [before] = await query<DraftRow>(client, selectDraft, [readerId, patientId, form]);
        const version = before?.version ?? 0;
        if (before && isRepeat(before, request.expectedVersion, fields)) {
          return { version, savedAt: before.saved_at.toISOString() };
        }
        if (version !== request.expectedVersion) {
          throw new ServiceError('conflict', 'You have saved this draft elsewhere in the meantime.', {
            details: { currentVersion: String(version) },
          });
        }
        const others = before ? [] : await query(client, listDrafts, [readerId, patientId]);
        if (others.length >= max_drafts) {
          throw new ServiceError('conflict', 'You have too many drafts in this chart: sign or discard some.');
        }
        const values = [readerId, patientId, form, JSON.stringify(fields), key, now];
        const [saved] = await query<{ version: number }>(client, saveRow, values);
        return { version: saved?.version ?? 0, savedAt: now.toISOString() };
      };
      return transaction(parts.pool, save, { deadline: context.deadline });
    },
  };
}

/** Whether this save is a repetition of the last one, whose answer was lost. */
function isRepeat(before: DraftRow, expectedVersion: number, fields: DraftRow['fields']): boolean {
  return before.version === expectedVersion + 1 && isDeepStrictEqual(before.fields, fields);
}

import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { isUuid, permitWriting } from '../access.ts';
import { type Correction, checkWords, unknownEntry } from '../chart/correction.ts';
import { type EntryRow, toEntry } from '../chart/entry.ts';
import { checkOperationKey, writeVersion } from '../chart/write-version.ts';
import type { Parts } from '../parts.ts';

const selectHistory = loadSql(import.meta.url, '../sql/select-history.sql');
const max_answer = 500;

/** A clinician says what became of a request to correct an entry, never of one they made; the patient's words stay as they were. */
export function answerCorrection(parts: Parts): RpcOf<EhrServiceDefinition, 'AnswerCorrection'> {
  return {
    callers: ['Providers'],
    async handle(request, context) {
      const key = checkOperationKey(request.operationKey);
      const state = checkState(request.state);
      const amendReason = checkWords('answer', request.answer, max_answer);
      const { entryId, expectedVersion } = request;
      const { patientId, authorId } = await permitWriting(request.patientId, context, parts);
      if (!isUuid(entryId)) throw unknownEntry();
      const at = { now: parts.clock(), trace: context.trace };
      const wanted = { patientId, entryId, expectedVersion, state, amendReason };
      const write = (client: Transaction) =>
        writeVersion(client, patientId, { authorId, key, request: wanted }, at, async () => {
          const versions = await query<EntryRow>(client, selectHistory, [entryId, patientId, false]);
          const newest = versions.at(-1);
          if (newest?.kind !== 'correction-request') throw unknownEntry();
          if (versions[0]?.author_id === authorId) {
            throw new ServiceError('forbidden', 'You made this request: somebody else must answer it.');
          }
          if (newest.version !== expectedVersion) {
            throw new ServiceError('conflict', 'Somebody has answered this in the meantime.', {
              details: { currentVersion: String(newest.version) },
            });
          }
          const body = { ...(newest.body as Correction), state };
          return {
            ...{ entryId, version: newest.version + 1, kind: 'correction-request', body },
            ...{ release: 'now', amendReason },
          };
        });
      const { row, replacedChartVersion } = await transaction(parts.pool, write, {
        deadline: context.deadline,
      });
      parts.relay.wake();
      if (replacedChartVersion !== undefined) await parts.cache.drop(patientId, replacedChartVersion);
      return { entry: toEntry(row) };
    },
  };
}

function checkState(sent: string): 'corrected' | 'declined' {
  if (sent === 'corrected' || sent === 'declined') return sent;
  throw new ServiceError('invalid', 'The request has errors.', {
    fields: [{ field: 'state', message: 'must be corrected or declined' }],
  });
}

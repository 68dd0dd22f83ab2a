import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { permitWriting, recordingForbidden } from '../access.ts';
import { type Correction, checkWords, unknownEntry } from '../chart/correction.ts';
import { type EntryRow, entryColumns, toEntry } from '../chart/entry.ts';
import { isUuid } from '../chart/id.ts';
import { withReaderName } from '../chart/record-access.ts';
import { checkOperationKey, writeVersion } from '../chart/write-version.ts';
import type { Parts } from '../parts.ts';

const selectNewest = loadSql(import.meta.url, '../sql/select-newest.sql');
const selectVersion = loadSql(import.meta.url, '../sql/select-version.sql', { entryColumns });
const max_answer = 500;

/** A clinician answers a request to correct an entry, but never their own request; the patient's words stay unchanged. */
export function answerCorrection(parts: Parts): RpcOf<EhrServiceDefinition, 'AnswerCorrection'> {
  return {
    callers: ['Providers'],
    onForbidden: recordingForbidden('correction', parts),
    async handle(request, context) {
      const key = checkOperationKey(request.operationKey);
      const state = checkState(request.state);
      const amendReason = checkWords('answer', request.answer, max_answer);
      const { entryId, expectedVersion } = request;
      const permission = await permitWriting(request.patientId, 'correction', context, parts);
      const author = await withReaderName(permission, parts, context.log);
      const { patientId } = author;
      if (!isUuid(entryId)) throw unknownEntry();
      const wanted = { patientId, entryId, expectedVersion, state, amendReason };
      const form = `answer-${entryId}`;
      const operation = { author, what: 'correction' as const, key, request: wanted, form };
      const row = await writeVersion(parts, operation, context, async (client) => {
        const readVersion = (version: number) =>
          query<EntryRow>(client, selectVersion, [entryId, patientId, version, false]);
        const [last] = await query<{ version: number }>(client, selectNewest, [entryId, patientId]);
        const [newest] = await readVersion(last?.version ?? 0);
        if (newest?.kind !== 'correction-request') throw unknownEntry();
        const [first] = await readVersion(1);
        if (first?.author_id === author.readerId) {
          throw new ServiceError('forbidden', 'You made this request: somebody else must answer it.');
        }
        if (newest.version !== expectedVersion) {
          throw new ServiceError('conflict', 'Somebody has answered this in the meantime.', {
            details: { currentVersion: String(newest.version) },
          });
        }
        const body = { ...(newest.body as Correction), state };
        return {
          entryId,
          version: newest.version + 1,
          kind: 'correction-request',
          body,
          release: 'now',
          amendReason,
        };
      });
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

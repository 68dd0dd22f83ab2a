import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { holdBack } from '@healthbooker/runtime/held-back';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { permitWriting, recordingForbidden } from '../access.ts';
import { checkBody, type Kind } from '../chart/body.ts';
import { checkWords, unknownEntry } from '../chart/correction.ts';
import { checkRelease, type Release, toEntry } from '../chart/entry.ts';
import { isUuid } from '../chart/id.ts';
import { checkConfirmation } from '../chart/medicine-check.ts';
import { checkPossible } from '../chart/possible.ts';
import { withReaderName } from '../chart/record-access.ts';
import { checkOperationKey, writeVersion } from '../chart/write-version.ts';
import type { Parts } from '../parts.ts';

const selectNewest = loadSql(import.meta.url, '../sql/select-newest.sql');
const max_reason = 500;

/** A new version of an entry, with the reason; earlier versions stay as they were. */
export function amendEntry(parts: Parts): RpcOf<EhrServiceDefinition, 'AmendEntry'> {
  return {
    callers: ['Providers'],
    onForbidden: recordingForbidden('entry', parts),
    async handle(request, context) {
      const key = checkOperationKey(request.operationKey);
      const checked = checkBody(request.body);
      const { kind, body } = checked;
      const amendReason = checkWords('reason', request.reason, max_reason);
      const confirmed = checkConfirmation(request.confirmation);
      const release = checkRelease(request.release);
      const { entryId, expectedVersion } = request;
      const permission = await permitWriting(request.patientId, 'entry', context, parts);
      const author = await withReaderName(permission, parts, context.log);
      const { patientId } = author;
      if (!isUuid(entryId)) throw unknownEntry();
      const asked = { patientId, isConfirmed: confirmed.isUnlikelyConfirmed };
      const { value: confirmedUnlikely = [], refusal } = await holdBack(async () => {
        await parts.visits.refuseAnothers(checked, patientId);
        return checkPossible(checked, asked, parts, context);
      });
      const wanted = {
        patientId,
        entryId,
        expectedVersion,
        kind,
        body,
        release,
        amendReason,
        ...(request.confirmation && { confirmed }),
      };
      const operation = {
        author,
        what: 'entry' as const,
        key,
        request: wanted,
        confirmed,
        confirmedUnlikely,
        refusal,
        form: `amend-${entryId}`,
      };
      const row = await writeVersion(parts, operation, context, async (client) => {
        const [newest] = await query<{ version: number; kind: Kind; release: Release }>(
          client,
          selectNewest,
          [entryId, patientId],
        );
        if (!newest) throw unknownEntry();
        if (newest.version !== expectedVersion) {
          throw new ServiceError('conflict', 'Somebody has amended this entry in the meantime.', {
            details: { currentVersion: String(newest.version) },
          });
        }
        if (newest.kind !== kind) {
          throw new ServiceError('invalid', 'An amendment keeps the kind of its entry.', {
            fields: [{ field: 'body.kind', message: `must be ${newest.kind}` }],
          });
        }
        return {
          entryId,
          version: newest.version + 1,
          kind,
          body,
          release: release ?? newest.release,
          amendReason,
        };
      });
      return { entry: toEntry(row) };
    },
  };
}

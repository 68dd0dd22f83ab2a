import { randomUUID } from 'node:crypto';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { holdBack } from '@healthbooker/runtime/held-back';
import { permitWriting, recordingForbidden } from '../access.ts';
import { checkBody } from '../chart/body.ts';
import { checkRelease, toEntry, usualRelease } from '../chart/entry.ts';
import { checkConfirmation } from '../chart/medicine-check.ts';
import { checkPossible } from '../chart/possible.ts';
import { withReaderName } from '../chart/record-access.ts';
import { checkOperationKey, writeVersion } from '../chart/write-version.ts';
import type { Parts } from '../parts.ts';

/** Version 1 of a new entry, written by a provider who treats the patient. */
export function addEntry(parts: Parts): RpcOf<EhrServiceDefinition, 'AddEntry'> {
  return {
    callers: ['Providers'],
    onForbidden: recordingForbidden('entry', parts),
    async handle(request, context) {
      const key = checkOperationKey(request.operationKey);
      const checked = checkBody(request.body);
      const { kind, body } = checked;
      const release = checkRelease(request.release) ?? usualRelease(kind);
      const confirmed = checkConfirmation(request.confirmation);
      const permission = await permitWriting(request.patientId, 'entry', context, parts);
      const author = await withReaderName(permission, parts, context.log);
      const { patientId } = author;
      const asked = { patientId, isConfirmed: confirmed.isUnlikelyConfirmed };
      const { value: confirmedUnlikely = [], refusal } = await holdBack(async () => {
        await parts.visits.refuseAnothers(checked, patientId);
        return checkPossible(checked, asked, parts, context);
      });
      const wanted = { patientId, kind, body, release, ...(request.confirmation && { confirmed }) };
      const operation = {
        author,
        what: 'entry' as const,
        key,
        request: wanted,
        confirmed,
        confirmedUnlikely,
        refusal,
        form: kind,
      };
      const row = await writeVersion(parts, operation, context, async () => ({
        entryId: randomUUID(),
        version: 1,
        kind,
        body,
        release,
        amendReason: null,
      }));
      return { entry: toEntry(row) };
    },
  };
}

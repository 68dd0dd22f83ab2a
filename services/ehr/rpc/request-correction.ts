import { randomUUID } from 'node:crypto';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { permit, recordingForbidden } from '../access.ts';
import { type Correction, checkWords, unknownEntry } from '../chart/correction.ts';
import { type EntryRow, entryColumns, toEntry } from '../chart/entry.ts';
import { isUuid } from '../chart/id.ts';
import { withReaderName } from '../chart/record-access.ts';
import { checkOperationKey, writeVersion } from '../chart/write-version.ts';
import type { Parts } from '../parts.ts';

const selectVersion = loadSql(import.meta.url, '../sql/select-version.sql', { entryColumns });
const findOpenCorrection = loadSql(import.meta.url, '../sql/find-open-correction.sql');
const max_text = 2000;

/** A patient, or somebody who acts for them, says what is wrong in an entry they may read. An entry has one open request. */
export function requestCorrection(parts: Parts): RpcOf<EhrServiceDefinition, 'RequestCorrection'> {
  return {
    callers: ['Patients'],
    onForbidden: recordingForbidden('correction', parts),
    async handle(request, context) {
      const key = checkOperationKey(request.operationKey);
      const text = checkWords('text', request.text, max_text);
      const { entryId, entryVersion } = request;
      const permission = await permit(request.patientId, 'correction', context, parts);
      const author = await withReaderName(permission, parts, context.log);
      const { patientId } = author;
      if (!isUuid(entryId)) throw unknownEntry();
      const wanted = { patientId, entryId, entryVersion, text };
      const operation = { author, what: 'correction' as const, key, request: wanted };
      const row = await writeVersion(parts, operation, context, async (client) => {
        const [about] = await query<EntryRow>(client, selectVersion, [
          entryId,
          patientId,
          entryVersion,
          true,
        ]);
        if (!about || about.kind === 'correction-request') throw unknownEntry();
        const [open] = await query(client, findOpenCorrection, [patientId, entryId]);
        if (open) {
          throw new ServiceError('conflict', 'A correction was asked for already and is not answered yet.');
        }
        const body: Correction = { entryId, entryVersion, text, state: 'open' };
        return {
          entryId: randomUUID(),
          version: 1,
          kind: 'correction-request',
          body,
          release: 'now',
          amendReason: null,
        };
      });
      return { entry: toEntry(row) };
    },
  };
}

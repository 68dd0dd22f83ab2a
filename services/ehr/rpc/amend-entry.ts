import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { permitWriting, recordingForbidden } from '../access.ts';
import { checkBody, type Kind } from '../chart/body.ts';
import { checkWords, unknownEntry } from '../chart/correction.ts';
import { checkRelease, toEntry } from '../chart/entry.ts';
import { isUuid } from '../chart/id.ts';
import { named } from '../chart/record-access.ts';
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
      const { kind, body } = checkBody(request.body);
      const release = checkRelease(request.release);
      const amendReason = checkWords('reason', request.reason, max_reason);
      const { entryId, expectedVersion } = request;
      const permission = await permitWriting(request.patientId, 'entry', context, parts);
      const author = await named(permission, parts, context.log);
      const { patientId } = author;
      if (!isUuid(entryId)) throw unknownEntry();
      const at = { now: parts.clock(), context };
      const wanted = { patientId, entryId, expectedVersion, kind, body, release, amendReason };
      const write = (client: Transaction) =>
        writeVersion(client, { author, what: 'entry', key, request: wanted }, at, async () => {
          const [newest] = await query<{ version: number; kind: Kind }>(client, selectNewest, [
            entryId,
            patientId,
          ]);
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
          return { entryId, version: newest.version + 1, kind, body, release, amendReason };
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

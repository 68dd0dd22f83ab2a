import { randomUUID } from 'node:crypto';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { permitWriting, recordingForbidden } from '../access.ts';
import { checkBody } from '../chart/body.ts';
import { checkRelease, toEntry } from '../chart/entry.ts';
import { named } from '../chart/record-access.ts';
import { checkOperationKey, writeVersion } from '../chart/write-version.ts';
import type { Parts } from '../parts.ts';

/** Version 1 of a new entry, written by a provider who treats the patient. */
export function addEntry(parts: Parts): RpcOf<EhrServiceDefinition, 'AddEntry'> {
  return {
    callers: ['Providers'],
    onForbidden: recordingForbidden('entry', parts),
    async handle(request, context) {
      const key = checkOperationKey(request.operationKey);
      const { kind, body } = checkBody(request.body);
      const release = checkRelease(request.release);
      const permission = await permitWriting(request.patientId, 'entry', context, parts);
      const author = await named(permission, parts, context.log);
      const { patientId } = author;
      const at = { now: parts.clock(), context };
      const operation = { author, what: 'entry' as const, key, request: { patientId, kind, body, release } };
      const write = (client: Transaction) =>
        writeVersion(client, operation, at, async () => ({
          entryId: randomUUID(),
          version: 1,
          kind,
          body,
          release,
          amendReason: null,
        }));
      const { row, replacedChartVersion } = await transaction(parts.pool, write, {
        deadline: context.deadline,
      });
      parts.relay.wake();
      if (replacedChartVersion !== undefined) await parts.cache.drop(patientId, replacedChartVersion);
      return { entry: toEntry(row) };
    },
  };
}

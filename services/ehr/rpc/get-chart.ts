import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { permit, recordingForbidden } from '../access.ts';
import { type EntryRow, toEntry } from '../chart/entry.ts';
import { named, recordAccess } from '../chart/record-access.ts';
import type { Parts } from '../parts.ts';

const selectChart = loadSql(import.meta.url, '../sql/select-chart.sql');

/** The current version of every entry the reader may see; the access row is committed first, cached or not. */
export function getChart(parts: Parts): RpcOf<EhrServiceDefinition, 'GetChart'> {
  return {
    callers: ['Patients', 'Providers'],
    onForbidden: recordingForbidden('chart', parts),
    async handle(request, context) {
      const reader = await named(
        await permit(request.patientId, 'chart', context, parts),
        parts,
        context.log,
      );
      const { patientId, role } = reader;
      const now = parts.clock();
      const access = { action: 'read', what: 'chart' } as const;
      const chartVersion = await recordAccess(parts.pool, reader, access, now, context);
      const audience = role === 'Providers' ? 'provider' : 'patient';
      const key = { patientId, audience, chartVersion } as const;
      let entries = await parts.cache.get(key);
      if (!entries) {
        const rows = await query<EntryRow>(parts.pool, selectChart, [
          patientId,
          chartVersion,
          audience === 'patient',
        ]);
        entries = rows.map((row) => toEntry(row, audience));
        await parts.cache.put(key, entries);
      }
      return { entries, chartVersion, readAt: now.toISOString() };
    },
  };
}

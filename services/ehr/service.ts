import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { AccessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessService';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { compose } from '@healthbooker/runtime/compose';
import { openDatabase } from '@healthbooker/runtime/database';
import { serve } from '@healthbooker/runtime/grpc-server';
import { keepHouse } from '@healthbooker/runtime/housekeeping';
import type { Service } from '@healthbooker/runtime/lifecycle';
import { publishEvents } from '@healthbooker/runtime/outbox';
import { outboxTasks } from '@healthbooker/runtime/outbox-tasks';
import type { Overrides } from '@healthbooker/runtime/process';
import { readRetention } from '@healthbooker/runtime/retention';
import { createWorkloadTokens } from '@healthbooker/runtime/workload';
import { Counter } from 'prom-client';
import { startAccessFollower } from './access-follower.ts';
import { createChartCache } from './chart/cache.ts';
import { createVisits } from './chart/visit.ts';
import type { Config } from './config.ts';
import { expireDrafts } from './draft/expiry.ts';
import { createNames } from './names.ts';
import { openEhrPool } from './pool.ts';
import { addEntry } from './rpc/add-entry.ts';
import { amendEntry } from './rpc/amend-entry.ts';
import { answerCorrection } from './rpc/answer-correction.ts';
import { discardDraft } from './rpc/discard-draft.ts';
import { getChart } from './rpc/get-chart.ts';
import { getDraft } from './rpc/get-draft.ts';
import { getEntryHistory } from './rpc/get-entry-history.ts';
import { listAccess } from './rpc/list-access.ts';
import { requestCorrection } from './rpc/request-correction.ts';
import { saveDraft } from './rpc/save-draft.ts';

/** The ehr service with its stores; nothing listens before `start`. */
export async function create(config: Config, overrides: Overrides = {}): Promise<Service> {
  const retention = readRetention();
  return compose({
    name: 'ehr',
    config,
    overrides,
    open(process) {
      const { clock, log, metrics, onClose, client } = process;
      const registers = [metrics.registry];
      const pool = openDatabase(process, config, openEhrPool, import.meta.url);

      const lookups = new Counter({
        name: 'chart_cache_lookups_total',
        help: 'Charts looked up in the cache (Redis), by outcome',
        labelNames: ['outcome'] as const,
        registers,
      });
      const cache = createChartCache(config.REDIS_URL, lookups, log, metrics);
      onClose('cache', cache.close);
      const relay = publishEvents(process, config, pool);

      const scheduler = client<SchedulerServiceDefinition>(
        'healthbooker.scheduler.v1.SchedulerService',
        config.SCHEDULER_ADDRESS,
      );
      const proxies = client<ProxyServiceDefinition>(
        'healthbooker.scheduler.v1.ProxyService',
        config.SCHEDULER_ADDRESS,
      );
      const access = client<AccessServiceDefinition>(
        'healthbooker.scheduler.v1.AccessService',
        config.SCHEDULER_ADDRESS,
      );
      const appointment = client<AppointmentServiceDefinition>(
        'healthbooker.appointment.v1.AppointmentService',
        config.APPOINTMENT_ADDRESS,
      );
      const tokens = createWorkloadTokens(config.WORKLOAD_TOKEN_DIR);
      const token = () => tokens.tokenFor('scheduler');
      const names = createNames({ appointment, token: () => tokens.tokenFor('appointment') });
      const visits = createVisits(scheduler, token);
      const intervalMs = config.ACCESS_INTERVAL_MS;
      const follower = startAccessFollower({ pool, access, names, token, log, metrics, intervalMs });
      onClose('access follower', follower.close);
      keepHouse(process, pool, [...outboxTasks(pool, retention), expireDrafts(pool, retention)]);

      const denials = new Counter({
        name: 'chart_denials_total',
        help: 'Charts refused because the reader neither treats the patient nor acts for them',
        registers,
      });
      const medicineChecks = new Counter({
        name: 'medicine_checks_total',
        help: 'Medicines and allergies checked against the chart; warned: refused until confirmed, overridden: written after a warning',
        labelNames: ['outcome'] as const,
        registers,
      });
      const parts = {
        medicineChecks,
        pool,
        cache,
        scheduler,
        proxies,
        names,
        visits,
        follower,
        relay,
        denials,
        clock,
      };
      return [
        serve<EhrServiceDefinition>('healthbooker.ehr.v1.EhrService', {
          AddEntry: addEntry(parts),
          AmendEntry: amendEntry(parts),
          AnswerCorrection: answerCorrection(parts),
          DiscardDraft: discardDraft(parts),
          GetChart: getChart(parts),
          GetDraft: getDraft(parts),
          GetEntryHistory: getEntryHistory(parts),
          ListAccess: listAccess(parts),
          RequestCorrection: requestCorrection(parts),
          SaveDraft: saveDraft(parts),
        }),
      ];
    },
  });
}

import { openBucket } from '@healthbooker/runtime/bucket';
import { compose } from '@healthbooker/runtime/compose';
import { openDatabase } from '@healthbooker/runtime/database';
import { keepHouse } from '@healthbooker/runtime/housekeeping';
import type { Service } from '@healthbooker/runtime/lifecycle';
import { publishEvents } from '@healthbooker/runtime/outbox';
import { outboxTasks } from '@healthbooker/runtime/outbox-tasks';
import type { Overrides } from '@healthbooker/runtime/process';
import { readRetention } from '@healthbooker/runtime/retention';
import { endedHoldTasks } from './booking/ended-holds.ts';
import { removePastDelays } from './booking/past-delays.ts';
import { startExtending } from './calendar/extend-job.ts';
import { pastSlotTasks } from './calendar/past-slots.ts';
import type { Config } from './config.ts';
import { createTieBreak } from './engine/tie-break.ts';
import { archiveDecisions } from './history/archive/archive-decisions.ts';
import { carryOperations } from './history/carry-operations.ts';
import { pastDecisions } from './history/past-decisions.ts';
import { startSampler } from './history/sampler.ts';
import { adoptStranded } from './leave/adopt-stranded.ts';
import { listWithin } from './leave/list-within.ts';
import { measureWorklist } from './leave/measure-worklist.ts';
import { createMeasures } from './measures.ts';
import type { Parts } from './parts.ts';
import { openSchedulerPool } from './pool.ts';
import { served } from './rpcs.ts';
import { removeEndedEntries } from './waiting/ended-entries.ts';
import { startSettler } from './waiting/settler.ts';

/** The scheduler with its database; nothing listens before `start`. */
export async function create(config: Config, overrides: Overrides = {}): Promise<Service> {
  const retention = readRetention();
  return compose({
    name: 'scheduler',
    config,
    overrides,
    open(process) {
      const { clock, log, metrics, onClose, takeRound } = process;
      const measures = createMeasures(metrics.registry);
      const pool = openDatabase(process, config, openSchedulerPool, import.meta.url);
      const relay = publishEvents(process, config, pool);

      const { ARCHIVE_BUCKET } = config;
      const bucket = ARCHIVE_BUCKET === undefined ? undefined : openBucket(ARCHIVE_BUCKET, config);
      onClose('archive', async () => bucket?.close());

      const tieBreak = createTieBreak(config.ALLOCATION_KEY);
      const settler = startSettler({ pool, clock, log, measures, relay, tieBreak, takeRound });
      onClose('settler', settler.close);
      onClose('replaying', startSampler({ pool, clock, log, measures }).close);

      const parts: Parts = {
        pool,
        clock,
        log,
        measures,
        relay,
        settler,
        tieBreak,
        holdMs: config.HOLD_MS,
        reserveQueueMax: config.RESERVE_QUEUE_MAX,
      };
      onClose(
        'extending',
        startExtending({
          pool,
          clock,
          log,
          takeRound,
          within: listWithin(parts),
          async afterwards() {
            await adoptStranded(parts);
            await measureWorklist(parts);
          },
        }).close,
      );
      keepHouse(process, pool, [
        ...outboxTasks(pool, retention),
        ...pastSlotTasks(pool, retention),
        ...endedHoldTasks(pool, retention),
        removeEndedEntries(pool, retention),
        removePastDelays(pool, retention),
        carryOperations(pool),
        ...pastDecisions(pool, retention),
        archiveDecisions(pool, bucket, retention),
      ]);
      return served(parts);
    },
  });
}

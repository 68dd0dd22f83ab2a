import type { Bucket } from '@healthbooker/runtime/bucket';
import type { Task } from '@healthbooker/runtime/housekeeping';
import { outboxTasks } from '@healthbooker/runtime/outbox-tasks';
import type { Pool } from '@healthbooker/runtime/postgres';
import { readRetention } from '@healthbooker/runtime/retention';
import { endedHoldTasks } from '@healthbooker/scheduler/booking/ended-holds';
import { removePastDelays } from '@healthbooker/scheduler/booking/past-delays';
import { startExtending } from '@healthbooker/scheduler/calendar/extend-job';
import { pastSlotTasks } from '@healthbooker/scheduler/calendar/past-slots';
import { archiveDecisions } from '@healthbooker/scheduler/history/archive/archive-decisions';
import { carryOperations } from '@healthbooker/scheduler/history/carry-operations';
import { pastDecisions } from '@healthbooker/scheduler/history/past-decisions';
import { sample } from '@healthbooker/scheduler/history/sampler';
import { adoptStranded } from '@healthbooker/scheduler/leave/adopt-stranded';
import { listWithin } from '@healthbooker/scheduler/leave/list-within';
import { measureWorklist } from '@healthbooker/scheduler/leave/measure-worklist';
import { removeEndedEntries } from '@healthbooker/scheduler/waiting/ended-entries';
import { retryEntries } from '@healthbooker/scheduler/waiting/retry-entries';
import { startSettler } from '@healthbooker/scheduler/waiting/settler';
import { tidyingOf } from './housekeeping.ts';
import { relayOf } from './outbox.ts';
import type { Job } from './types.ts';

/** What is written need not outlive the run. */
function bucketInMemory(): Bucket {
  const objects = new Map<string, Buffer>();
  return {
    async put(key, body) {
      objects.set(key, body);
    },
    async get(key) {
      const body = objects.get(key);
      if (body === undefined) throw new Error(`there is no ${key}`);
      return body;
    },
    async list(prefix) {
      return [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
    async remove(key) {
      objects.delete(key);
    },
    close() {
      objects.clear();
    },
  };
}

/** The jobs of the scheduler, in an order in which each finds something to do. */
export const schedulerJobs: readonly Job[] = [
  {
    name: 'slots are made for two more days',
    loop: 'extending',
    async run({ scheduler, pools, owners, clock, log, untilQuiet }) {
      const job = startExtending({
        pool: pools.scheduler,
        clock,
        log,
        within: listWithin(scheduler),
        async afterwards() {
          await adoptStranded(scheduler);
          await measureWorklist(scheduler);
        },
      });
      await untilQuiet(pools.scheduler);
      await job.close();
      const { rows } = await owners.scheduler.query(
        "select count(*)::int as left from session where materialised_until < ($1::timestamptz at time zone 'UTC')::date + 90",
        [clock()],
      );
      if (rows[0].left > 0) throw new Error(`${rows[0].left} sessions do not reach the horizon`);
    },
  },
  {
    name: 'expired holds and offers end, freed slots are settled, who waits is looked at again',
    loop: 'settler',
    async run({ scheduler, pools, owners, clock, log, until, untilQuiet }) {
      const { measures, relay, tieBreak } = scheduler;
      const settler = startSettler({ pool: pools.scheduler, clock, log, measures, relay, tieBreak });
      const left = `select exists (select from slot where state = 'settling')
        or exists (select from hold where state = 'open' and expires_at <= $1) as left`;
      await until('what is to be settled', async () => {
        const { rows } = await owners.scheduler.query(left, [clock()]);
        return !rows[0].left;
      });
      await untilQuiet(pools.scheduler);
      await settler.close();
    },
  },
  {
    name: 'those who wait are looked at again, eight at a time',
    loop: 'settler',
    async run({ scheduler }) {
      for (let round = 0; round < 5; round += 1) await retryEntries(scheduler);
    },
  },
  {
    name: 'the latest decisions are replayed',
    loop: 'replaying',
    async run({ scheduler, log }) {
      const { pool, clock, measures } = scheduler;
      const { differs } = await sample({ pool, clock, log, measures });
      if (differs > 0) throw new Error(`${differs} decisions do not replay`);
    },
  },
  relayOf('scheduler'),
  tidyingOf('scheduler', ({ pools: { scheduler: pool } }) => schedulerTasks(pool)),
];

/** What the scheduler tidies, as `service.ts` says. */
export function schedulerTasks(pool: Pool): readonly Task[] {
  return [
    ...pastSlotTasks(pool, readRetention()),
    ...endedHoldTasks(pool, readRetention()),
    removeEndedEntries(pool, readRetention()),
    removePastDelays(pool, readRetention()),
    carryOperations(pool),
    ...pastDecisions(pool, readRetention()),
    archiveDecisions(pool, bucketInMemory(), readRetention()),
    ...outboxTasks(pool, readRetention()),
  ];
}

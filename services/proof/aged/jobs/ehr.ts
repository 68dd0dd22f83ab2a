import { startAccessFollower } from '@healthbooker/ehr/access-follower';
import { expireDrafts } from '@healthbooker/ehr/draft/expiry';
import { outboxTasks } from '@healthbooker/runtime/outbox-tasks';
import { readRetention } from '@healthbooker/runtime/retention';
import { tidyingOf } from './housekeeping.ts';
import { relayOf } from './outbox.ts';
import type { Job } from './types.ts';

/** The jobs of ehr. */
export const ehrJobs: readonly Job[] = [
  {
    name: 'who looked is taken over from the scheduler',
    loop: 'access follower',
    async run(work) {
      const { pools, owners, log, metrics, until } = work;
      const { rows } = await owners.scheduler.query(
        'select id from access order by xid desc, id desc limit 1',
      );
      const follower = startAccessFollower({
        pool: pools.ehr,
        access: {
          call: (method: string, request: object) =>
            work.call('ehr', 'healthbooker.scheduler.v1.AccessService', method, request),
        } as unknown as Parameters<typeof startAccessFollower>[0]['access'],
        token: async () => '',
        names: { find: async () => new Map(), birthDate: async () => '' },
        log,
        metrics,
        intervalMs: 60_000,
      });
      try {
        await until('who looked last', async () => {
          const taken = await owners.ehr.query('select from access where source_id = $1', [rows[0].id]);
          return taken.rowCount === 1;
        });
      } finally {
        await follower.close();
      }
    },
  },
  relayOf('ehr'),
  tidyingOf('ehr', ({ pools: { ehr: pool } }) => [
    expireDrafts(pool, readRetention()),
    ...outboxTasks(pool, readRetention()),
  ]),
];

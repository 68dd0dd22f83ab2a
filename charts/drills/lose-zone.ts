/**
 * A zone is lost suddenly, and returns. How to do that depends on the cluster: ZONE_OFF and ZONE_ON are shell
 * commands. The zone must not hold the stand-ins or the primary of PostgreSQL, because AWS's own stores survive the
 * loss of a zone.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { readCatalogue } from '@healthbooker/delivery/catalogue';
import { untilHealthy } from '../cluster/install.ts';
import { run, say } from '../cluster/programs.ts';
import { underLoad } from './drill.ts';

const { ZONE_OFF, ZONE_ON } = process.env;
if (!ZONE_OFF || !ZONE_ON)
  throw new Error('ZONE_OFF and ZONE_ON are needed: how a zone is lost and brought back');
const away_ms = 90_000;

await underLoad({
  name: 'zone lost',
  perSecond: 10,
  // Those under way in it, and changes until PostgreSQL no longer waits for its standby there.
  failuresAllowed: 100,
  async run() {
    try {
      await run('sh', ['-c', ZONE_OFF]);
      say('the zone is off');
      await sleep(away_ms);
    } finally {
      await run('sh', ['-c', ZONE_ON]);
    }
    say('the zone is back');
    await Promise.all(readCatalogue().map(({ name }) => untilHealthy(name)));
  },
});

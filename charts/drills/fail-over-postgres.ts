/** The primary of PostgreSQL is killed under load: its standby takes over, and no acknowledged booking is lost. */
import { kubectl, say, until } from '../cluster/programs.ts';
import { dataNamespace } from '../cluster/secrets.ts';
import { underLoad } from './drill.ts';

const primary = async () => {
  const ready = '{range .items[?(@.status.containerStatuses[0].ready==true)]}{.metadata.name}{"\\n"}{end}';
  const labels = 'app.kubernetes.io/name=postgres';
  return (await kubectl('-n', dataNamespace, 'get', 'pods', '-l', labels, '-o', `jsonpath=${ready}`)).trim();
};

await underLoad({
  name: 'PostgreSQL failed over',
  perSecond: 10,
  // Nobody can book between the death of the primary and the promotion.
  failuresAllowed: 400,
  async run(load) {
    const old = await primary();
    await untilSynchronous(old);
    const began = performance.now();
    await kubectl('-n', dataNamespace, 'delete', 'pod', old, '--grace-period=0', '--force', '--wait=false');
    say(`killed ${old}`);
    await until('the standby is primary', 60_000, async () => {
      const now = await primary();
      return now !== '' && now !== old;
    });
    say(`${await primary()} is primary after ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const { acknowledged } = load.report();
    await until('bookings go on', 60_000, () => load.report().acknowledged.length > acknowledged.length);
    say(`bookings go on after ${((performance.now() - began) / 1000).toFixed(1)} s`);
    await untilSynchronous(await primary());
    say('commits wait for a standby again');
  },
});

/** A primary says in its log when it begins, and when it ceases, to wait for a standby with every commit. */
async function untilSynchronous(pod: string): Promise<void> {
  await until(`${pod} waits for its standby`, 120_000, async () => {
    const log = await kubectl('-n', dataNamespace, 'logs', pod);
    const said = log.split('\n').filter((line) => /^(every commit waits|the standby is gone)/.test(line));
    return said.at(-1)?.startsWith('every') ?? false;
  });
}

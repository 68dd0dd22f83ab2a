import { readFileSync } from 'node:fs';
import { after, afterEach } from 'node:test';
import { asOf } from '@healthbooker/local/verify/sql';
import { startWorld, until, type World } from './world.ts';

/** A world for the tests of the file that asks; the notification services that a test starts end with the test. */
export async function openWorld() {
  const world = await startWorld();
  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const service of opened.splice(0)) await service.close();
  });
  after(() => world.close());

  async function notification(...options: Parameters<World['startNotification']>) {
    const service = await world.startNotification(...options);
    opened.push(service);
    return service;
  }

  /** The entries about an appointment, once there are as many and none waits any more. */
  async function settled(appointmentId: string, count: number) {
    return until(async () => {
      const entries = await world.entries(appointmentId);
      return entries.length === count && entries.every(({ state }) => state !== 'queued') && entries;
    });
  }

  /** Waits until the ledger’s own checks find nothing but what `allowed` names. */
  async function ledgerIsSound(allowed: readonly string[] = []): Promise<void> {
    for (const file of ['verify/settled.sql', 'verify/always.sql']) {
      const check = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
      await until(async () => {
        const { rows } = await world.ledger.query<{ broken: string }>(asOf(check, new Date()));
        return rows.every(({ broken }) => allowed.includes(broken));
      });
    }
  }

  return { world, notification, settled, ledgerIsSound };
}

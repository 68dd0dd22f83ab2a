import { after, afterEach } from 'node:test';
import { findIn } from '@healthbooker/local/verify/subjects';
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
    for (const when of ['settled', 'always'] as const) {
      await until(async () => {
        const found = await findIn(world.ledger, 'notification', when, { now: new Date() });
        return found.every(({ broken }) => allowed.includes(broken));
      });
    }
  }

  return { world, notification, settled, ledgerIsSound };
}

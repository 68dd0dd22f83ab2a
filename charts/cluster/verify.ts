import { run, say } from './programs.ts';
import { dataNamespace, readStack } from './secrets.ts';

/** What a client was told: this version of this appointment is committed. */
export type Acknowledged = { appointmentId: string; version: number };

/**
 * Compares the stores of the cluster, as `npm run verify` does, and looks for every booking that was acknowledged.
 * Throws with what is broken.
 */
export async function verify(acknowledged: readonly Acknowledged[] = []): Promise<void> {
  const { stores } = await readStack();
  const { owners: databases, dynamodb: endpoint, table } = stores;
  const program = `
    import { verify } from '/app/services/local/verify/verify.ts';
    const found = await verify(${JSON.stringify({ databases, dynamodb: { endpoint, table } })}, {
      acknowledged: ${JSON.stringify(acknowledged)},
      settle_ms: 30000,
    });
    console.log(JSON.stringify(found));`;
  const node = ['/nodejs/bin/node', '--input-type=module', '-'];
  const inPod = ['-n', dataNamespace, 'exec', '-i', 'deploy/toolbox', '--', ...node];
  const found = JSON.parse(await run('kubectl', inPod, { input: program })) as {
    broken: string;
    id: string;
  }[];
  for (const { broken, id } of found.slice(0, 20)) console.error(`  ${broken}: ${id}`);
  if (found.length > 0) throw new Error(`verify: ${found.length} broken`);
  say(`verify: all is well (${acknowledged.length} acknowledged changes are there)`);
}

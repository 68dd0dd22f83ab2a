/**
 * `npm run bench -- --aged [--scale s] [--seed n] [--json FILE] [--quick]`: what the hot paths take on the aged hospital ÷ on
 * the same hospital as it was on its first day, and what tidying and waiting cost. Ratios of one run; nothing is asserted.
 */
import { writeFileSync } from 'node:fs';
import { readArguments } from '../../aged/arguments.ts';
import { openHospital } from '../../aged/hospital.ts';
import { amountFor, warm_up } from './amount.ts';
import { measureCalls } from './latency.ts';
import { measureRates } from './rates.ts';
import { type Row, table } from './rows.ts';
import { readAsked } from './sample.ts';
import { openSides } from './sides.ts';

/** @param args what follows `--aged` */
export async function benchAged(args: readonly string[]): Promise<void> {
  const { isQuick, others } = withoutQuick(args);
  const { json, ...wanted } = readArguments(others);
  const amount = amountFor(wanted.scale, isQuick);
  const tell = (line: string) => console.error(line);
  const hospital = await openHospital(wanted, tell);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // The next run drops what is left of the copies.
    process.once(signal, () => hospital.close().then(() => process.exit(130)));
  }
  try {
    const sides = await openSides(hospital, tell);
    try {
      const { calls, bookings, rounds } = amount;
      const count = calls + warm_up + 3 * bookings;
      const asked = await readAsked(sides.aged.owners.scheduler, hospital.asOf, count);
      const rows: Row[] = [];
      rows.push(...(await measureCalls(sides, asked, hospital.asOf, amount, tell)));
      rows.push(...(await measureRates(sides, asked, amount, tell)));
      console.log(
        `\nThe hospital of scale ${wanted.scale} as of ${hospital.asOf.toISOString()}, ${rounds} rounds.\n`,
      );
      console.log(table(rows));
      console.log(
        '\nNot measured here: what is asked of DynamoDB, whose cost AWS promises whatever lies behind it.',
      );
      console.log(
        '`npm run bench -- relay` and `npm run bench -- verify-since` measure the relay and verify on their own.',
      );
      if (json !== undefined)
        writeFileSync(json, `${JSON.stringify({ ...wanted, asOf: hospital.asOf, rows }, null, 1)}\n`);
    } finally {
      await sides.close();
    }
  } finally {
    await hospital.close();
  }
}

function withoutQuick(args: readonly string[]): { isQuick: boolean; others: string[] } {
  return { isQuick: args.includes('--quick'), others: args.filter((arg) => arg !== '--quick') };
}

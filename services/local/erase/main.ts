/**
 * Erases people of a running stack with whom there was no contact for `person_years` of services/catalogue.json.
 *
 *     npm run erase -- --due [--ids] [--run]
 *     npm run erase -- --person <id> [--run --reason "..."] [--by <name>]
 *
 * HB_DATA names the folder, .data when unset. Without --run it says what it would do. README.md beside this file says more. It
 * ends with 1 when somebody was not erased, with 2 when it could not begin.
 */
import { userInfo } from 'node:os';
import { readRetention } from '@healthbooker/runtime/retention';
import { z } from 'zod';
import { readOptions, refuse, runningStack } from '../running-stack.ts';
import { archiveBucket, awsEnv } from '../stores.ts';
import { checkErasable, dueFor, erasePerson, NotErased, type Order } from './erase.ts';
import { type Stores, withStores } from './stores.ts';

const stackFile = z.object({
  stores: z.object({
    owners: z.object({ scheduler: z.string(), ehr: z.string(), notification: z.string() }),
    dynamodb: z.string(),
    table: z.string(),
    s3: z.string(),
  }),
});

const options = readOptions({
  due: { type: 'boolean' },
  ids: { type: 'boolean' },
  person: { type: 'string' },
  run: { type: 'boolean' },
  reason: { type: 'string' },
  by: { type: 'string' },
});
const { due = false, ids = false, person, run = false, reason, by } = options;
if (due === (person !== undefined)) refuse('Say either --due or --person <id>.');
if (person !== undefined && !z.uuid().safeParse(person).success)
  refuse('--person must be the id of a person.');
if (ids && !due) refuse('--ids belongs to --due.');
if (person !== undefined && run && !reason?.trim()) refuse('--run needs a --reason.');

const keptYears = readRetention().person_years;
const { owners, dynamodb, table, s3 } = runningStack(stackFile).stores;
const order: Order = {
  at: new Date(),
  keptYears,
  askedBy: by?.trim() || userInfo().username,
  reason: reason?.trim() || `no contact for ${keptYears} years`,
};

async function eraseDue(stores: Stores): Promise<void> {
  let found = 0;
  let begun = 0;
  let erased = 0;
  // All of them before the first is erased: the list is not made from what changes meanwhile.
  const listed: string[] = [];
  for await (const { person: each, isBegun } of dueFor(stores, order)) {
    found += 1;
    begun += isBegun ? 1 : 0;
    if (ids) console.log(each);
    if (run) listed.push(each);
  }
  const also = begun === 0 ? '' : `; of these ${begun} were begun and not finished`;
  console.log(`${found} people are due: no contact for ${keptYears} years${also}`);
  for (const each of listed) {
    try {
      await erasePerson(stores, each, order);
      erased += 1;
    } catch (error) {
      if (!(error instanceof NotErased)) throw error;
      console.error(error.message);
      process.exitCode = 1;
    }
  }
  if (run) console.log(`${erased} of ${found} were erased`);
}

async function eraseOne(stores: Stores, id: string): Promise<void> {
  try {
    if (!run) {
      const isKnown = await checkErasable(stores, id, order);
      console.log(
        isKnown ? 'This person is due.' : 'Nothing says when there was contact with anybody of this id.',
      );
      return;
    }
    const { kind, doneAt } = await erasePerson(stores, id, order, (step, removed) =>
      console.log(`${step}: ${removed} removed`),
    );
    console.log(kind === 'erased' ? 'Erased.' : `Was erased on ${doneAt.toISOString().slice(0, 10)}.`);
  } catch (error) {
    if (!(error instanceof NotErased)) throw error;
    console.error(`Not erased. ${error.message}`);
    process.exitCode = 1;
  }
}

// The SDK of S3 finds its credentials in the environment.
Object.assign(process.env, awsEnv);
const addresses = {
  owners,
  dynamodb: { endpoint: dynamodb, table },
  archive: { endpoint: s3, bucket: archiveBucket },
};
await withStores(addresses, (stores) => (person === undefined ? eraseDue(stores) : eraseOne(stores, person)));

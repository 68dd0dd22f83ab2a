import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readRetention } from '@healthbooker/runtime/retention';
import { type Look, page_rows, type Suspect, walk } from './look.ts';
import { type Connection, keysInOrder, keysOf } from './sql.ts';
import type { Finding, VerifiedService } from './types.ts';

/**
 * What a service's own checks look at, a folder each beside its tables, `services/<service>/verify/<name>`: `all.sql` and
 * `since.sql` select keys, `always.sql` and `settled.sql` what is broken of a page of them. The id of what may settle is
 * its key.
 */
type Subject = {
  name: string;
  /** Comes before every key. */
  first: string;
  rows_at_once?: number;
};

export type When = 'always' | 'settled';

const [first_uuid, first_number] = ['00000000-0000-0000-0000-000000000000', '0'];

const subjects: Readonly<Record<VerifiedService, readonly Subject[]>> = {
  scheduler: [
    { name: 'appointment', first: first_uuid },
    { name: 'operation', first: first_uuid },
    { name: 'slot', first: first_uuid },
    { name: 'event', first: first_number },
    { name: 'kept-slot', first: first_uuid },
  ],
  ehr: [
    // A chart may have thousands of entries.
    { name: 'chart', first: first_uuid, rows_at_once: 100 },
    { name: 'event', first: first_number },
  ],
  notification: [{ name: 'message', first: first_number }],
};

/** The text of a check; `${message_words_days}` and the like in it are the numbers of services/catalogue.json. */
function textOf(service: VerifiedService, file: string): string | undefined {
  const path = fileURLToPath(new URL(`../../${service}/verify/${file}.sql`, import.meta.url));
  if (!existsSync(path)) return undefined;
  const numbers = new Map(Object.entries(readRetention()));
  return readFileSync(path, 'utf8').replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const number = numbers.get(name);
    if (number === undefined) throw new Error(`${file} names the rule ${name}, which there is not`);
    return String(number);
  });
}

/**
 * What a service's own checks look at, on a connection to its database: everything, or what changed since an instant.
 * What is few is looked at whole each time. `now` is the instant as of which they check.
 */
export function looksAt(
  on: Connection,
  service: VerifiedService,
  when: When,
  { now, since, prefix = '' }: { now: () => Date; since?: Date | undefined; prefix?: string },
): Look[] {
  const suspectsOf = (rows: Finding[]): Suspect[] =>
    rows.map(({ broken, id }) => ({
      key: String(id),
      finding: { broken: `${prefix}${broken}`, id: String(id) },
    }));
  const looks: Look[] = [];
  const whole = textOf(service, `whole/${when}`);
  if (whole !== undefined) {
    looks.push({
      name: `${service}: what is few`,
      settles: when === 'settled',
      async *pages() {
        yield [''];
      },
      async check() {
        const { rows } = await on.query<Finding>(whole, whole.includes('$1') ? [now()] : []);
        return suspectsOf(rows);
      },
    });
  }
  for (const { name, first, rows_at_once = page_rows } of subjects[service]) {
    const text = textOf(service, `${name}/${when}`);
    const keys = textOf(service, `${name}/${since === undefined ? 'all' : 'since'}`);
    if (text === undefined || keys === undefined) continue;
    looks.push({
      name: `${service}: each ${name}`,
      settles: when === 'settled',
      pages: () =>
        since === undefined
          ? keysInOrder(on, keys, first, rows_at_once)
          : keysOf(on, keys, [since], rows_at_once),
      async check(page) {
        const { rows } = await on.query<Finding>(text, [now(), page]);
        return suspectsOf(rows);
      },
    });
  }
  return looks;
}

/** What a service's own checks find on this connection at an instant, which may be inside a transaction. */
export async function findIn(
  on: Connection,
  service: VerifiedService,
  when: When,
  { now, since }: { now: Date; since?: Date | undefined },
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const look of looksAt(on, service, when, { now: () => now, since })) {
    findings.push(...(await walk(look)).suspects.map(({ finding }) => finding));
  }
  return findings;
}

/** Every check of a service, by the words with which it names what it finds. */
export function checksOf(service: VerifiedService): string[] {
  const texts = ['whole', ...subjects[service].map(({ name }) => name)].flatMap((folder) =>
    (['always', 'settled'] as const).map((when) => textOf(service, `${folder}/${when}`) ?? ''),
  );
  const names = texts.join('\n').matchAll(/^select (?:distinct )?'((?:[^']|'')+)'/gm);
  return [...names].map(([, name = '']) => name.replaceAll("''", "'"));
}

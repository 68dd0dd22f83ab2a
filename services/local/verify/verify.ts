import { setTimeout as sleep } from 'node:timers/promises';
import { compareAcknowledged } from './acknowledged.ts';
import { compareAccess } from './compare/access.ts';
import { changed_after_days, compareAppointments } from './compare/appointments.ts';
import { compareHeadlines } from './compare/headlines.ts';
import { compareLedger } from './compare/ledger.ts';
import { openTable, type Table } from './items.ts';
import { found_at_most, type Look, lookAgain, type Suspect, walk } from './look.ts';
import { replayDecisions } from './replay.ts';
import { type Connection, named, StoreUnread, withDatabase } from './sql.ts';
import { looksAt } from './subjects.ts';
import type { Acknowledged, Finding, VerifiedService, VerifiedStores } from './types.ts';

export type VerifyOptions = {
  /** What clients were told; each must still be there. */
  acknowledged?: readonly Acknowledged[];
  /** Only what changed since is looked at. Default: everything. */
  since?: Date | undefined;
  /** How long followers may take to catch up with what was found. Default 10,000. */
  settle_ms?: number;
  /** Is told what is looked at next. */
  onLook?: (name: string) => void;
  /** What time it is where time is moved. Default: this machine's. */
  now?: () => Date;
};

export type Outcome = {
  findings: Finding[];
  /** What was not looked at, a sentence each. */
  leftOut: string[];
};

/** What a run reads; a store that was not named is not there. */
type Open = Readonly<Partial<Record<VerifiedService, Connection>>> & { table?: Table };

/** Until when is looked, and from when on. */
type Span = { since: Date | undefined; now: () => Date };

const look_again_ms = 500;

/**
 * Checks that must find nothing; an empty list means that all is well. Some hold at any time. Others hold once followers
 * have handled the events: what they find is looked at again until it is gone or the time is up.
 *
 * @throws StoreUnread when a store cannot be read: then nothing is known
 */
export async function verify(stores: VerifiedStores, options: VerifyOptions = {}): Promise<Finding[]> {
  return (await verifyAndTell(stores, options)).findings;
}

/** The same, and what it did not look at. Memory is that of a page, however much there is. */
export async function verifyAndTell(stores: VerifiedStores, options: VerifyOptions = {}): Promise<Outcome> {
  return withStores(stores, async (open) => {
    const { acknowledged = [], since, settle_ms = 10_000, onLook = () => undefined } = options;
    const span: Span = { since, now: options.now ?? (() => new Date()) };
    const outcome: Outcome = { findings: [], leftOut: leftOutOf(open, since) };
    const unsettled: { look: Look; suspects: Suspect[] }[] = [];
    for (const look of [...alwaysOf(open, span), ...settledOf(open, span)]) {
      onLook(look.name);
      const { suspects, isWhole } = await walk(look);
      if (!isWhole) {
        outcome.leftOut.push(`the rest of ${look.name}: ${found_at_most} broken ones are enough`);
      }
      if (look.settles) unsettled.push({ look, suspects });
      else outcome.findings.push(...suspects.map(({ finding }) => finding));
    }
    const { scheduler } = open;
    if (scheduler !== undefined) {
      outcome.findings.push(...(await compareAcknowledged(scheduler, acknowledged)));
      onLook('decisions, decided again');
      outcome.findings.push(...(await replayDecisions(stores, since ?? new Date(0))));
    }
    onLook('what was found, again');
    outcome.findings.push(...(await settled(unsettled, settle_ms)));
    return outcome;
  });
}

/** What is still so at the end of the time. */
async function settled(
  unsettled: readonly { look: Look; suspects: Suspect[] }[],
  settle_ms: number,
): Promise<Finding[]> {
  const deadline = performance.now() + settle_ms;
  for (let left = unsettled; ; ) {
    left = left.filter(({ suspects }) => suspects.length > 0);
    if (left.length === 0 || performance.now() > deadline) {
      return left.flatMap(({ suspects }) => suspects.map(({ finding }) => finding));
    }
    await sleep(look_again_ms);
    const again: { look: Look; suspects: Suspect[] }[] = [];
    for (const { look, suspects } of left) again.push({ look, suspects: await lookAgain(look, suspects) });
    left = again;
  }
}

function alwaysOf(open: Open, span: Span): Look[] {
  return servicesOf(open).flatMap(([service, on]) =>
    looksAt(on, service, 'always', { ...span, prefix: `${service}: ` }),
  );
}

function settledOf(open: Open, span: Span): Look[] {
  const { since } = span;
  const { scheduler, ehr, notification, table } = open;
  return [
    ...servicesOf(open).flatMap(([service, on]) =>
      looksAt(on, service, 'settled', { ...span, prefix: `${service}: ` }),
    ),
    ...(scheduler && table ? compareAppointments(scheduler, table, since) : []),
    ...(ehr && table ? compareHeadlines(ehr, table, since) : []),
    ...(scheduler && notification ? compareLedger(scheduler, notification, span) : []),
    ...(scheduler && ehr ? compareAccess(scheduler, ehr, span) : []),
  ];
}

const verifiedServices = ['scheduler', 'ehr', 'notification'] as const;

function servicesOf(open: Open): [VerifiedService, Connection][] {
  return verifiedServices.flatMap((service) => {
    const on = open[service];
    return on === undefined ? [] : [[service, on]];
  });
}

function leftOutOf(open: Open, since: Date | undefined): string[] {
  const missing = [...verifiedServices, 'table' as const].filter((store) => open[store] === undefined);
  const always = [
    ...missing.map((store) => `${store}: no address was given`),
    'events of decisions and entries that are older than seven days, messages about changes older than a day',
  ];
  if (since === undefined) return always;
  return [
    ...always,
    `rows that were last changed before ${since.toISOString()}, other than holds, offers and work that are still open`,
    'slots that no visit, hold or decision since then names',
    `items of visits that began more than ${changed_after_days} days before, or that no provider of the directory has`,
    'headlines of patients whose charts did not change, and whether each access that is shown was taken',
  ];
}

/** Opens what is named, one connection each, runs `work`, and closes it. */
async function withStores<Result>(
  { databases, dynamodb }: VerifiedStores,
  work: (open: Open) => Promise<Result>,
): Promise<Result> {
  const table = dynamodb && openTable(dynamodb);
  const openNext = async (services: readonly VerifiedService[], open: Open): Promise<Result> => {
    const [service, ...others] = services;
    if (service === undefined) return work(open);
    const url = databases[service];
    if (url === undefined) return openNext(others, open);
    let isOpen = false;
    try {
      return await withDatabase(url, (client) => {
        isOpen = true;
        return openNext(others, { ...open, [service]: named(service, client) });
      });
    } catch (error) {
      throw isOpen ? error : new StoreUnread(service, error);
    }
  };
  try {
    return await openNext(verifiedServices, table === undefined ? {} : { table });
  } finally {
    table?.close();
  }
}

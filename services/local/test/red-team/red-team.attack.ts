import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { awsEnv } from '../../stores.ts';
import { edgeRules } from '../access/edge-rules.ts';
import { type RawService, rawService } from '../access/raw-call.ts';
import { rpcRules } from '../access/rpc-rules.ts';
import type { Expected } from '../access/rules.ts';
import { type TestHospital, testHospital } from '../hospital.ts';
import { startSystem, type TestSystem } from '../system.ts';
import { Attack, type Find, idsOf } from './attack.ts';
import { beProxyOnce, hireAttackers, wanted } from './attackers.ts';
import { Canaries } from './canaries.ts';
import { chainsOver, Pairs } from './chains.ts';
import { addSkinSlots, hire, linkToConfirm, openSkinClinic, skin } from './clinic.ts';
import { allOperations, type Operation, type services } from './operations.ts';
import { seeded } from './random.ts';
import { openSender, type Sender } from './send.ts';
import { makeVictim, type Victim } from './victim.ts';

const seed = Number(process.env['HB_RED_TEAM_SEED'] ?? Date.now() % 1_000_000);
/** Each attacker tries what it is refused too after all that it is not: more than twice the calls. */
const isThorough = process.env['HB_RED_TEAM'] === 'thorough';
const least_chains = 20_000;
/** Chains of each attacker in which everything is drawn. */
const extra = 100;
/** Between two batches the victim gets again what attacks use up. */
const batch = 1500;
const day_ms = 86_400_000;
/** Of the calls of each attacker this much is let through: else the chains would prove nothing. */
const least_ok: Readonly<Record<string, number>> = {
  'clinician without relationship': 0.1,
  'two roles': 0.1,
  'proxy whose link ended': 0.1,
  manager: 0.01,
  admin: 0.1,
  receptionist: 0.1,
};

const operations = allOperations();
const random = seeded(seed);
const canaries = new Canaries();
/** Pairs that some attacker will have tried, and those that one has. */
const planned = new Pairs(operations);
const tried = new Pairs(operations);
const attacks: Attack[] = [];
let system: TestSystem;
let hospital: TestHospital;
let raw: Record<(typeof services)[number], RawService>;
let sender: Sender;
let victims: Victim[];
/** More slots of the hearts' clinician, each batch on days of its own. */
let days = 0;
const heartSlots: string[] = [];

before(async () => {
  Object.assign(process.env, awsEnv);
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  await openSkinClinic(hospital);
  const open = (name: (typeof services)[number]) => {
    const titles = new Set(operations.flatMap(({ at, title }) => (at === name && title ? [title] : [])));
    return rawService(name, [...titles], system.services[name].address);
  };
  raw = {
    scheduler: open('scheduler'),
    appointment: open('appointment'),
    ehr: open('ehr'),
    notification: open('notification'),
  };
  sender = openSender(system, raw);
  const attackers = await hireAttackers(raw.appointment);
  victims = [];
  for (const attacker of attackers) {
    await addHeartSlots(40);
    const victim = await makeVictim(attacker.name, raw, hospital, heartSlot, canaries);
    victims.push(victim);
    const needs = [skin, { ...skin, specialtyId: hospital.specialtyId, visitTypeId: hospital.visitTypeId }];
    attacks.push(new Attack({ attacker, victim, canaries, sender, random, needs, tried }));
    if (attacker.name.startsWith('proxy')) await beProxyOnce(raw.scheduler, attacker, victim);
    victim.known.set('link', [await linkToConfirm(raw.scheduler, victim)]);
  }
});
after(async () => {
  sender?.close();
  for (const service of Object.values(raw ?? {})) service.close();
  await hospital?.close();
  await system?.stop();
});

function dayFrom(): Date {
  days += 1;
  return new Date(Math.ceil(Date.now() / day_ms + 5 + days) * day_ms);
}

async function addHeartSlots(count: number): Promise<void> {
  heartSlots.push(...(await hospital.addSlots(dayFrom(), count, 10)));
}

function heartSlot(): string {
  return heartSlots.shift() ?? assert.fail('the victims’ clinician has no slots left');
}

/** Gives an attacker slots to use: of their own if they are a clinician, else of somebody who has to do with nobody. */
async function slotSupply({ attacker, victim }: Attack): Promise<() => Promise<void>> {
  const { known } = victim;
  const clinician = attacker.accounts.find(({ groups }) => groups.includes('Providers'));
  const providerId = clinician?.sub ?? crypto.randomUUID();
  const sessionId = await hire(hospital, providerId, `Dr ${attacker.name}`);
  const own = idsOf(attacker.accounts);
  known.set('person', [...(known.get('person') ?? []), ...own]);
  known.set('provider', [...(known.get('provider') ?? []), providerId]);
  return async () => {
    const mine = await addSkinSlots(hospital, providerId, sessionId, dayFrom(), 100);
    heartSlots.length = 0;
    await addHeartSlots(48);
    known.set('slot', [...mine, ...heartSlots.splice(0, 40)]);
    await victim.renew();
  };
}

test('a canary stands in every clinical field, and is found by whom it is for', async () => {
  assert.deepEqual(await missingCanaries(), []);
});

async function missingCanaries(): Promise<string[]> {
  const missing = await Promise.all(
    victims.map(async (victim) => {
      const read = new Set(canaries.in(await victim.readAll()));
      return canaries
        .of(victim.name)
        .flatMap((canary) => (read.has(canary) ? [] : [`${victim.name}: ${canary.field}`]));
    }),
  );
  return missing.flat();
}

for (const { name } of wanted) {
  test(`${name}: nothing clinical of another person`, async () => {
    const attack = attacks.find(({ attacker }) => attacker.name === name) ?? assert.fail();
    const supply = await slotSupply(attack);
    await supply();
    const admitted = await attack.probe(operations);
    const pairs = new Pairs(operations);
    // What is always refused changes nothing, and is refused again: of those operations each pair is tried by one attacker.
    const after = isThorough ? operations : admitted;
    const chains = chainsOver(admitted, after, pairs, random);
    for (let each = 0; each < extra; each += 1) {
      chains.push([0, 1, 2].map(() => random.of(admitted) ?? assert.fail('everything is refused')));
    }
    for (const chain of chains) planned.add(chain);
    if (attack === attacks.at(-1)) chains.push(...chainsOver(operations, operations, planned, random));
    for (let from = 0; from < chains.length; from += batch) {
      await supply();
      await attack.run(chains.slice(from, from + batch));
    }
    console.log(report(attack, admitted.length, pairs.count));
    assert.equal(told(attack), '');
    assert.deepEqual(attack.broken.slice(0, 20), []);
    const share = okShare(attack);
    assert.ok(
      share >= (least_ok[name] ?? 1),
      `only ${(share * 100).toFixed(1)} % of the calls were let through`,
    );
  });
}

function okShare({ tally, calls }: Attack): number {
  let ok = 0;
  for (const byStatus of tally.values())
    for (const [status, count] of byStatus) ok += status < 300 ? count : 0;
  return ok / calls;
}

function report(attack: Attack, admitted: number, pairs: number): string {
  const reached = [...attack.tally.values()].filter((byStatus) =>
    [...byStatus.keys()].some((each) => each < 300),
  );
  return (
    `${attack.attacker.name}: ${attack.chains} chains, ${attack.calls} calls, ${(okShare(attack) * 100).toFixed(1)} % let ` +
    `through; ${admitted} operations not refused, ${reached.length} answered with success; ${pairs} ordered pairs; ` +
    `${attack.finds.length} finds`
  );
}

/** The finds of an attack in words, one for each operation that gave something away. */
function told({ finds, changes }: Attack): string {
  const byLast = new Map(finds.toReversed().map((find) => [find.steps.at(-1)?.split(' →')[0] ?? '', find]));
  const all = [...byLast.values()].map(inWords);
  if (all.length === 0) return '';
  const done = [...changes].map(([name, count]) => `${name} ×${count}`);
  return `${finds.length} finds by ${byLast.size} operations\n${all.join('\n')}\nchanges about the victim until then: ${done.join(', ')}`;
}

function inWords({ canaries: found, steps }: Find): string {
  return `- ${[...new Set(found.map(({ field }) => field))].slice(0, 6).join('; ')}\n    ${steps.join('\n    ')}`;
}

test('every ordered pair of operations was tried, in enough chains, and every operation got past its checks', () => {
  const chains = attacks.reduce((sum, attack) => sum + attack.chains, 0);
  const calls = attacks.reduce((sum, attack) => sum + attack.calls, 0);
  const finds = attacks.reduce((sum, attack) => sum + attack.finds.length, 0);
  console.log(
    `seed ${seed}: ${chains} chains, ${calls} calls, ${tried.count} of ${operations.length ** 2} ordered pairs of ` +
      `${operations.length} operations, ${finds} finds`,
  );
  assert.equal(tried.count, operations.length ** 2);
  assert.ok(chains >= least_chains, `${chains} chains`);
  assert.deepEqual(
    operations.filter((one) => isForAnyAttacker(one) && !isReached(one)).map(({ name }) => name),
    [],
  );
});

/** Whether the access matrix lets anybody in as whom an attacker comes. */
function isForAnyAttacker({ name, at, method }: Operation): boolean {
  const rule = { ...edgeRules['patient-edge'], ...edgeRules['clinic-edge'] }[name] ?? rpcRules[at]?.[method];
  if (rule === undefined || rule.people === 'everyone') return true;
  if ('isVouched' in rule) return false;
  const people: Expected = rule.people;
  return (['other', 'stranger', 'reception', 'admin', 'manager'] as const).some(
    (one) => people[one] !== 'forbidden',
  );
}

function isReached({ name }: Operation): boolean {
  return attacks.some(({ tally }) =>
    [...(tally.get(name)?.keys() ?? [])].some((status) => status < 300 || status === 404 || status === 409),
  );
}

test('every canary still stands in the stores', async () => {
  assert.deepEqual(await missingCanaries(), []);
});

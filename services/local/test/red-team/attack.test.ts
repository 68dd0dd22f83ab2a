import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Attack } from './attack.ts';
import type { Attacker } from './attackers.ts';
import { Canaries } from './canaries.ts';
import { chainsOver, Pairs } from './chains.ts';
import type { Operation } from './operations.ts';
import { seeded } from './random.ts';
import type { Answer } from './send.ts';
import type { Victim } from './victim.ts';

const operations = ['GrantAccess', 'GetRecord', 'ListMine', 'ListYours', 'Ping'].map(
  (method): Operation => ({
    name: `ehr ${method}`,
    at: 'ehr',
    capacity: undefined,
    title: 'EhrService',
    method,
    path: '',
    query: {},
    requiredQuery: [],
    headers: [],
    body: { type: 'object', properties: { patientId: { type: 'string' } } },
    components: {},
  }),
);
const ok = (body: object): Answer => ({ status: 200, text: JSON.stringify(body), body });

/** An attack on a system that answers each method as `answers` says. */
function attackOn(answers: (method: string) => Answer, canaries: Canaries, openFields?: RegExp) {
  const tried = new Pairs(operations);
  const attacker: Attacker = {
    name: 'mallory',
    accounts: [],
    openFields,
    tokenAs: (capacity) => (capacity === 'staff' ? 'token' : undefined),
  };
  const victim: Victim = {
    name: 'vera',
    id: 'v',
    token: '',
    known: new Map([['person', ['v']]]),
    renew: async () => {},
    readAll: async () => '',
  };
  const sender = { send: async ({ method }: Operation) => answers(method), close: () => {} };
  return new Attack({ attacker, victim, canaries, sender, random: seeded(1), needs: [], tried });
}

test('a leak that opens only after another call is found, with the calls that led there', async () => {
  const canaries = new Canaries();
  const note = canaries.word('vera', 'text of a note');
  let isOpen = false;
  const attack = attackOn((method) => {
    // Each chain begins with a closed record, or one leak would show in all that follow.
    if (method === 'Ping') isOpen = false;
    if (method === 'GrantAccess') isOpen = true;
    return ok(method === 'GetRecord' && isOpen ? { entries: [{ text: `before ${note} after` }] } : {});
  }, canaries);
  const [grant, read, , , ping] = operations as [Operation, Operation, Operation, Operation, Operation];
  await attack.run([[ping, read, ping]]);
  assert.equal(attack.finds.length, 0);
  await attack.run([[ping, grant, read]]);
  assert.equal(attack.finds.length, 1);
  assert.deepEqual(attack.finds[0]?.canaries, [{ word: note, victim: 'vera', field: 'text of a note' }]);
  assert.match(
    attack.finds[0]?.steps.join('\n') ?? '',
    /GrantAccess as staff → 200.*GetRecord as staff → 200/s,
  );
});

test('a leak is found by chains over all pairs, in a refusal and as an id that was not told too', async () => {
  const canaries = new Canaries();
  const word = canaries.word('vera', 'reason for a visit');
  const id = canaries.id('vera', 'a referral', crypto.randomUUID());
  const attack = attackOn((method) => {
    if (method === 'GetRecord') return { status: 403, text: `not ${word}`, body: undefined };
    return ok(method === 'ListYours' ? { referrals: [{ id }] } : {});
  }, canaries);
  const pairs = new Pairs(operations);
  await attack.run(chainsOver(operations, operations, pairs, seeded(2)));
  assert.equal(pairs.count, operations.length ** 2);
  const found = new Set(attack.finds.flatMap((find) => find.canaries.map(({ field }) => field)));
  assert.deepEqual([...found].sort(), ['a referral', 'reason for a visit']);
  assert.deepEqual(attack.broken, []);
});

test('what an attacker is given as part of their work is no find, and what breaks the system is told', async () => {
  const canaries = new Canaries();
  const word = canaries.word('vera', 'note of a contact');
  const answers = (method: string): Answer =>
    method === 'Ping' ? { status: 500, text: 'internal', body: undefined } : ok({ note: word });
  const office = attackOn(answers, canaries, /^note of a contact$/);
  await office.run([operations.slice(0, 3), operations.slice(2)]);
  assert.equal(office.finds.length, 0);
  assert.equal(office.broken.length, 1);
  assert.match(office.broken[0] ?? '', /^ehr Ping as staff → 500/);
  const stranger = attackOn(answers, canaries);
  await stranger.run([operations.slice(0, 1)]);
  assert.equal(stranger.finds.length, 1);
});

test('chains have each operation before each, itself too, in fewer chains than there are pairs', () => {
  const pairs = new Pairs(operations);
  const chains = chainsOver(operations, operations, pairs, seeded(3));
  for (const before of operations) for (const after of operations) assert.ok(pairs.has(before, after));
  assert.ok(chains.length < operations.length ** 2 * 0.6, `${chains.length} chains`);
});

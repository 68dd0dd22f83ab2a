import { edit, type Mutant } from '../types.ts';

const scheduler = 'services/scheduler';
const tables = `${scheduler}/migrations/0002-booking.sql`;
const decideTest = `${scheduler}/engine/decide.test.ts`;
const reserveTest = `${scheduler}/booking/reserve.test.ts`;
const moveTest = `${scheduler}/booking/move-reservation.test.ts`;
const waitlistTest = `${scheduler}/waiting/waitlist.test.ts`;
const decisionsTest = `${scheduler}/history/decisions.test.ts`;

/** Every allocation is explainable: what was seen, why the rest was rejected, the rule version; it replays. */
export const decisions: readonly Mutant[] = [
  {
    name: 'decision-of-booking',
    without: 'the decision of a booking',
    edits: [
      edit(
        `${scheduler}/booking/write-bookings.sql`,
        'outcome, $2\n  from item)',
        'outcome, $2\n  from item where false)',
      ),
    ],
    caughtBy: [reserveTest, 'books a free slot'],
  },
  {
    name: 'decision-of-change',
    without: 'the decision of a later version',
    edits: [
      edit(
        `${scheduler}/booking/write-version.ts`,
        'await query(tx, sql.insertDecision,',
        'void (tx, sql.insertDecision,',
      ),
    ],
    caughtBy: [moveTest, 'two who swap their slots'],
  },
  {
    name: 'decision-of-entry',
    without: 'the decision of a waiting entry',
    edits: [
      edit(
        `${scheduler}/waiting/write-entry.ts`,
        'values ($1, $2, $3, $4, $5, $6, $7, $9))',
        'select $1::uuid, $2::int, $3::text, $4::bytea, $5::int, $6::jsonb, $7::jsonb, $9::timestamptz where false)',
      ),
    ],
    caughtBy: [waitlistTest, 'what is freed is offered'],
  },
  {
    name: 'decision-of-accepted',
    without: 'the decision of an accepted offer',
    edits: [
      edit(
        `${scheduler}/waiting/book-entry.ts`,
        'await query(tx, sql.insertDecision,',
        'void (tx, sql.insertDecision,',
      ),
    ],
    caughtBy: [waitlistTest, 'what is freed is offered'],
  },
  {
    name: 'decision-key',
    without: 'the primary key of decisions: one for each version',
    edits: [edit(tables, 'primary key (appointment_id, version)', 'check (version > 0)')],
    caughtBy: [`${scheduler}/booking/backstops.test.ts`, 'decision_pkey'],
  },
  {
    name: 'seen-by-booking',
    without: 'what a booking saw',
    edits: [edit(`${scheduler}/booking/write-bookings.ts`, 'request, seen }', 'request }')],
    caughtBy: [reserveTest, 'books a free slot'],
  },
  {
    name: 'seen-by-change',
    without: 'what a later version saw',
    edits: [edit(`${scheduler}/booking/write-version.ts`, ', seen: next.seen }', ' }')],
    caughtBy: [moveTest, 'a move takes the new slot'],
  },
  {
    name: 'seen-by-entry',
    without: 'what a decision about an entry saw',
    edits: [
      edit(
        `${scheduler}/waiting/write-entry.ts`,
        'return { actor, askedBy, request, seen };',
        'return { actor, askedBy, request };',
      ),
    ],
    caughtBy: [waitlistTest, 'what is freed is offered'],
  },
  {
    name: 'seen-by-hold',
    without: 'the proposal that a hold came from',
    edits: [
      edit(
        `${scheduler}/booking/hold-best.ts`,
        '        proposal,\n        expiresAt,',
        '        proposal: null,\n        expiresAt,',
      ),
    ],
    caughtBy: [reserveTest, 'a proposal passes into the decision'],
  },
  {
    name: 'seen-rows',
    without: 'the rows that a proposal keeps',
    edits: [
      edit(`${scheduler}/engine/proposal.ts`, 'rows: kept.flatMap((id) => byId.get(id) ?? []),', 'rows: [],'),
    ],
    caughtBy: [reserveTest, 'a proposal passes into the decision'],
  },
  {
    name: 'seen-rejected',
    without: 'the count of what was rejected, by reason',
    edits: [edit(`${scheduler}/engine/proposal.ts`, 'rejected[reason] = (rejected[reason] ?? 0) + 1;')],
    caughtBy: [decideTest, 'the rows kept replay to the same choice'],
  },
  {
    name: 'seen-not-fitting',
    without: 'the rejected rows that a proposal keeps',
    edits: [
      edit(
        `${scheduler}/engine/proposal.ts`,
        '...decision.rejected.slice(0, KEPT_REJECTED).map(({ slotId }) => slotId),',
      ),
    ],
    caughtBy: [decisionsTest, 'an admin sees what was looked at'],
  },
  {
    name: 'seen-in-line',
    without: 'the entries that were looked at for an offer',
    edits: [
      edit(`${scheduler}/engine/proposal.ts`, '[...fitting.slice(0, KEPT_FITTING), ...unfit]', '[...unfit]'),
    ],
    caughtBy: [waitlistTest, 'an administrator has the decision of an offer made again'],
  },
  {
    name: 'rule-version-known',
    without: 'the refusal of a rule version that nobody knows',
    edits: [
      edit(
        `${scheduler}/engine/decide.ts`,
        'if (ruleVersion !== RULE_VERSION) throw',
        'if (ruleVersion === 0) throw',
      ),
    ],
    caughtBy: [decideTest, 'an unknown rule version is refused'],
  },
  {
    name: 'rule-version-before',
    without: 'the rules that older decisions were made by',
    edits: [
      edit(
        `${scheduler}/engine/decide.ts`,
        'if (ruleVersion === 1) return decideByVersion1(request, rowsSeen, nowMs);',
        'if (ruleVersion === 1) return decide(RULE_VERSION, request, rowsSeen, nowMs);',
      ),
    ],
    caughtBy: [decideTest, 'proposals stored by rule version 1 still replay'],
  },
  {
    name: 'decide-order',
    without: 'the order of slots in decide',
    edits: [edit(`${scheduler}/engine/decide.ts`, '.sort((a, b) => compareKeys(a.key, b.key))')],
    caughtBy: [decideTest, 'the order of the rows never matters'],
  },
  {
    name: 'decide-total',
    without: 'the slot’s id as the last thing that slots are compared by',
    edits: [edit(`${scheduler}/engine/key.ts`, 'compareText(a.slotId, b.slotId)', '0')],
    caughtBy: [decideTest, 'the order of the rows never matters'],
  },
  {
    name: 'decide-no-clock',
    without: 'the stored time that decide goes by',
    edits: [
      edit(
        `${scheduler}/engine/decide.ts`,
        'rejections(request, row, nowMs)',
        'rejections(request, row, Date.now())',
      ),
    ],
    caughtBy: [decideTest, 'each reason for rejection'],
  },
  {
    name: 'decide-secret',
    without: 'the secret of the keyed hash',
    edits: [
      edit(`${scheduler}/engine/tie-break.ts`, 'secret ?? randomBytes(32)', 'undefined ?? Buffer.from("")'),
    ],
    caughtBy: [decideTest, 'what a client may choose does not enter the keyed hash'],
  },
  {
    name: 'replay-proposal',
    without: 'the comparison of a proposal decided again',
    edits: [
      edit(
        `${scheduler}/engine/replay.ts`,
        'decideAgain(stored) === stored.chosen',
        'decideAgain(stored) !== ""',
      ),
    ],
    caughtBy: [decideTest, 'a stored answer that the rows do not give is noticed'],
  },
  {
    name: 'replay-decision',
    without: 'the comparison of a decision made again',
    edits: [edit(`${scheduler}/history/replay.ts`, "stored === recomputed ? 'same' : 'differs'", "'same'")],
    caughtBy: [decisionsTest, 'every kind of change replays to the same answer'],
  },
  {
    name: 'replay-status',
    without: 'the rules of visits in a replay',
    edits: [edit(`${scheduler}/history/replay.ts`, '[[outcome.change, changed(seen)]]', '[]')],
    caughtBy: [decisionsTest, 'every kind of change replays to the same answer'],
  },
  {
    name: 'replay-in-verify',
    without: 'the replay of every decision by verify',
    edits: [
      edit(
        'services/local/verify/verify.ts',
        '      outcome.findings.push(...(await replayDecisions(stores, since ?? new Date(0))));\n',
      ),
    ],
    caughtBy: ['services/local/verify/verify.test.ts', 'each planted fault is found'],
  },
  {
    name: 'verify-decided',
    without: 'verify’s look for versions without a decision',
    edits: [
      edit(
        `${scheduler}/verify/appointment/always.sql`,
        'where case when newest is null',
        'where false and case when newest is null',
      ),
    ],
    caughtBy: [`${scheduler}/verify/verify.test.ts`, 'each check finds what it is there to find'],
  },
];

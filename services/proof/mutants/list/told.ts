import { edit, type Mutant } from '../types.ts';

const scheduler = 'services/scheduler';
const runtime = 'services/runtime';
const relayTest = `${scheduler}/history/relay.test.ts`;

/** What is committed is told at least once, kept for its time, and neither waits for nor is lost to what is tidied. */
export const told: readonly Mutant[] = [
  {
    name: 'relay-confirmed',
    without: 'the relay’s look at what SNS confirmed',
    edits: [
      edit(
        `${runtime}/publish-batch.ts`,
        'published: Successful.map(({ Id }) => Number(Id)),',
        'published: batch.map(({ id }) => id),',
      ),
    ],
    caughtBy: [`${runtime}/events.test.ts`, 'what SNS does not confirm stays'],
  },
  {
    name: 'relay-keeps',
    without: 'the outbox rows that are not published, when published ones are moved',
    edits: [
      edit(`${runtime}/outbox-sql.ts`, ' and published_at is not null for update skip locked', ' for update'),
      edit(`${runtime}/outbox-tasks.ts`, 'page.filter(({ published_at }) => published_at !== null)', 'page'),
    ],
    caughtBy: [relayTest, 'what the release before published moves'],
  },
  {
    name: 'relay-without-a-day',
    without: 'the look whether today has a partition',
    edits: [
      edit(
        `${runtime}/outbox-sql.ts`,
        "select to_regclass('public.outbox_sent_' || to_char(database_clock() at time zone 'UTC', 'YYYYMMDD')) is not null as is_made",
        'select true as is_made',
      ),
    ],
    caughtBy: [relayTest, 'without a partition for today'],
  },
  {
    name: 'sent-kept',
    without: 'the least time for which sent events are kept',
    edits: [edit(`${scheduler}/migrations/0031-outbox-sent.sql`, ' or kept_days < 35')],
    caughtBy: [relayTest, 'a day is dropped when'],
  },
  {
    name: 'sent-by-both-clocks',
    without: 'the second clock by which a day of sent events is over',
    edits: [
      edit(
        `${scheduler}/migrations/0031-outbox-sent.sql`,
        'least(at, public.database_clock())',
        'greatest(at, public.database_clock())',
      ),
    ],
    caughtBy: [relayTest, 'a day is dropped when'],
  },
  {
    name: 'housekeeping-clock',
    without: 'the comparison of the two clocks before something is taken away',
    edits: [
      edit(
        `${runtime}/housekeeping.ts`,
        'return Math.abs(differ_s) <= clocks_differ_at_most_s;',
        'return true;',
      ),
    ],
    caughtBy: [`${scheduler}/calendar/past-slots.test.ts`, 'a process whose clock is a month ahead'],
  },
];

import { edit, type Mutant } from '../types.ts';

const notification = 'services/notification';
const lateNewsTest = `${notification}/late-news.test.ts`;
const offersTest = `${notification}/offers.test.ts`;
const runtime = 'services/runtime';
const leavers = 'services/local/test/leavers.test.ts';

/** People are told in time what they must know, and nothing after they have lost the right to know it. */
export const news: readonly Mutant[] = [
  ...[
    ['event', 'its event comes late'],
    ['list', 'it is read from the list'],
  ].map(
    ([way = '', words = '']): Mutant => ({
      name: `news-age-${way}`,
      without: 'the 24 hours after which a change is no news',
      edits: [
        edit(
          `${notification}/owed.ts`,
          ' || nowMs - Date.parse(change.changedAt) > newsFor_ms',
          ' || nowMs < 0',
        ),
      ],
      caughtBy: [lateNewsTest, `news older than 24 hours is told to nobody, when ${words}`],
    }),
  ),
  {
    name: 'news-age-hours',
    without: 'most of the 24 hours in which a change is news',
    edits: [edit(`${notification}/owed.ts`, '24 * 3_600_000', '3_600_000')],
    caughtBy: [lateNewsTest, 'news of the last 24 hours is told, when its event comes late'],
  },
  {
    name: 'news-age-offer',
    without: 'the 24 hours after which an offer is no news',
    edits: [
      edit(
        `${notification}/owed-waitlist.ts`,
        'if (nowMs - Date.parse(toldAt) > newsFor_ms) return undefined;',
        'if (nowMs > Number.MAX_SAFE_INTEGER + newsFor_ms) return undefined;',
      ),
    ],
    caughtBy: [offersTest, 'an offer that was to be told more than 24 hours ago'],
  },
  {
    name: 'news-of-the-past',
    without: 'the first walk that tells nobody',
    edits: [edit(`${notification}/reconcile.ts`, 'stored === undefined ? [] : owed', 'owed')],
    caughtBy: [lateNewsTest, 'the first run tells nobody of the time before'],
  },
  {
    name: 'news-of-a-visit-over',
    without: 'the silence about a visit that is over',
    edits: [
      edit(
        `${notification}/compose.ts`,
        "if (Date.parse(current.slot?.endAt ?? '') < nowMs)",
        'if (nowMs < 0)',
      ),
    ],
    caughtBy: [lateNewsTest, 'a visit that is over by the time'],
  },
  {
    name: 'news-of-an-offer-over',
    without: 'the silence about an offer that is over',
    edits: [edit(`${notification}/compose-waitlist.ts`, 'Date.parse(offer.expiresAt) <= nowMs', 'nowMs < 0')],
    caughtBy: [offersTest, 'whoever left the list'],
  },
  {
    name: 'news-after-leaving',
    without: 'the silence towards whoever left the waiting list',
    edits: [
      edit(
        `${notification}/compose-waitlist.ts`,
        "if (state === 'WAITLIST_STATE_WITHDRAWN') return 'The patient has left the waiting list.';",
      ),
    ],
    caughtBy: [offersTest, 'whoever left the list'],
  },
  {
    name: 'news-before-morning',
    without: 'the morning that an offer made at night waits for',
    edits: [
      edit(`${notification}/sql/queue-message.sql`, 'greatest($10::timestamptz, $8::timestamptz)', '$10'),
    ],
    caughtBy: [offersTest, 'an offer made at night waits for the morning'],
  },
  {
    name: 'stream-after-link',
    without: 'the look whether a link still stands under an open stream',
    edits: [
      edit(`${runtime}/live-route.ts`, 'if (ask && personId !== callerId)', "if (ask && personId === '')"),
    ],
    caughtBy: [leavers, 'whoever does not act for somebody any more'],
  },
  {
    name: 'stream-after-role',
    without: 'the groups of an account under an open stream',
    edits: [
      edit(
        'services/edge/standing.ts',
        'if (!isAllowed(callers, { ...person, groups }))',
        'if (groups === null)',
      ),
    ],
    caughtBy: [leavers, 'the stream of an account in no group of the clinic-edge'],
  },
  {
    name: 'stream-after-sign-out',
    without: 'the account under an open stream',
    edits: [
      edit(
        `${runtime}/live-route.ts`,
        "[{ of: 'account', key: token, ask: () => standing(context, callers) }]",
        '[]',
      ),
    ],
    caughtBy: [
      leavers,
      'the stream of who signed out everywhere or was disabled ends within 5 s at the patient-edge',
    ],
  },
  {
    name: 'stream-after-token',
    without: 'the end of the token under an open stream',
    edits: [edit(`${runtime}/live.ts`, 'expiresAtMs - Date.now())', 'longestTimerMs)')],
    caughtBy: [`${runtime}/live.test.ts`, 'streams beat, end with their token'],
  },
  {
    name: 'stream-again',
    without: 'the memory of accounts that are over',
    edits: [edit(`${runtime}/live.ts`, 'for (const right of rights) refuseWhatIsOver(right);')],
    caughtBy: [`${runtime}/live.test.ts`, 'an account that is over opens none'],
  },
];

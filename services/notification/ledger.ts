import { eventId } from '@healthbooker/runtime/envelope';
import { loadSql, type Pool, query, statement, transaction } from '@healthbooker/runtime/postgres';
import type { AccountTemplate } from './mail/account-templates.ts';
import type { AppointmentTemplate } from './mail/appointment-templates.ts';
import type { PrivacyTemplate } from './mail/privacy-templates.ts';
import type { ProxyTemplate } from './mail/proxy-templates.ts';
import type { RenderedMail } from './mail/render.ts';
import type { WaitlistTemplate } from './mail/waitlist-templates.ts';

export type Template =
  | AppointmentTemplate
  | WaitlistTemplate
  | ProxyTemplate
  | AccountTemplate
  | PrivacyTemplate;

/** A message that a version of an appointment, of a waiting entry, of a proxy link or of an account calls for. All have ids of one kind. */
export type OwedMessage = {
  personId: string;
  template: Template;
  appointmentId: string;
  version: number;
  /** The appointment's SEQUENCE, or the version of the entry: there is one message for each. */
  sequence: number;
  /** The message is sent from this time on. */
  changedAt: string;
};

/** The exact mail that is stored and handed over. The calendar is empty when there is none. */
export type StoredMail = RenderedMail & { recipient: string; calendar: string };

/** A message that this process may send until its lease ends. `tries` identifies the claim. */
export type ClaimedMessage = {
  id: string;
  personId: string;
  template: Template;
  appointmentId: string;
  version: number;
  sequence: number;
  tries: number;
  changedAt: Date;
  queuedAt: Date;
  /** Stored by an earlier attempt; it is sent again word for word. */
  mail: StoredMail | undefined;
};

export type Outcome =
  | { state: 'sent'; providerMessageId: string }
  | { state: 'suppressed' | 'failed'; reason: string }
  | { state: 'queued'; reason: string; retryInMs: number };

export type LedgerRow = {
  id: string;
  ordinal: number;
  person_id: string;
  channel: string;
  template: Template;
  subject_id: string;
  subject_version: number;
  state: string;
  tries: number;
  queued_at: Date;
  sent_at: Date | null;
  failure: string;
  mail_subject: string | null;
  mail_text: string | null;
  /** It is among those of past months, which have no words. */
  is_past: boolean;
};

/** Words of a message, as they are stored. */
type WordsRow = {
  message_id: string;
  recipient: string;
  mail_subject: string;
  mail_text: string;
  mail_html: string;
  mail_calendar: string;
};

type ClaimedRow = {
  id: string;
  person_id: string;
  template: Template;
  subject_id: string;
  subject_version: number;
  sequence: number;
  tries: number;
  changed_at: Date;
  queued_at: Date;
  failure: string;
  recipient: string | null;
  mail_subject: string | null;
  mail_text: string | null;
  mail_html: string | null;
  mail_calendar: string | null;
};

/** Only one transaction at a time decides which messages are owed about a subject. */
const lockSubject = statement('lock-subject', `select pg_advisory_xact_lock(hashtextextended($1, 0))`);
const queueStatement = loadSql(import.meta.url, 'sql/queue-message.sql');
const claimStatement = loadSql(import.meta.url, 'sql/claim-messages.sql');
const storeStatement = loadSql(import.meta.url, 'sql/store-mail.sql');
/** Of messages queued from $2 to $3: these name the days to look into. */
const wordsStatement = statement(
  'words-of-messages',
  `select message_id, recipient, mail_subject, mail_text, mail_html, mail_calendar from message_words
where message_id = any ($1::uuid[]) and queued_at >= $2 and queued_at <= $3`,
);
const finishStatement = loadSql(import.meta.url, 'sql/finish-message.sql');
const listStatement = loadSql(import.meta.url, 'sql/list-messages.sql');
const measureStatement = statement(
  'measure-queue',
  `select
  count(*) as queued,
  coalesce(extract(epoch from $1::timestamptz - min(changed_at)), 0)::double precision as oldest_s
from message
where state = 'queued' and changed_at <= $1`,
);

const channel = 'email';
const aboutWaiting: ReadonlySet<string> = new Set<WaitlistTemplate>([
  'offer-made',
  'offer-ended',
  'waitlist-lapsed',
]);

const aboutProxies: ReadonlySet<string> = new Set<ProxyTemplate>(['proxy-asked', 'proxy-opened']);

/** Whether a message is about somebody who acts for the patient. */
export function isAboutProxies(template: Template): template is ProxyTemplate {
  return aboutProxies.has(template);
}

const aboutAccount: ReadonlySet<string> = new Set<AccountTemplate>([
  'identity-confirmed',
  'identity-refused',
  'email-left',
  'email-changed',
  'phone-changed',
]);

/** Whether a message is about somebody's own account. */
export function isAboutAccount(template: Template): template is AccountTemplate {
  return aboutAccount.has(template);
}

/** Whether a message goes to the privacy group, which is no person. */
export function isToPrivacy(template: Template): template is PrivacyTemplate {
  return template === 'proxy-disputed';
}

/** Stands instead of a person id in such a message. */
export const privacyGroup = 'privacy';

/** Whether a message is about a place on a waiting list. */
export function isAboutWaiting(template: Template): template is WaitlistTemplate {
  return aboutWaiting.has(template);
}

/**
 * Records that a message is owed, in one transaction: `queued`, or `suppressed` when a later version of the
 * appointment is in the ledger already, or `nothing` when this very change is. Copies of an event therefore agree.
 */
export async function queueMessage(
  pool: Pool,
  owed: OwedMessage,
  nowMs: number,
): Promise<'queued' | 'suppressed' | 'nothing'> {
  const { personId, template, appointmentId, version, sequence, changedAt } = owed;
  const key = [personId, channel, template, appointmentId].join('\n');
  // The Message-ID comes from this id, so a ledger restored from a backup repeats no mail under a new name.
  const id = eventId('message', key, version);
  return transaction(pool, async (client) => {
    await query(client, lockSubject, [appointmentId]);
    const [row] = await query<{ state: 'queued' | 'suppressed' }>(client, queueStatement, [
      id,
      personId,
      channel,
      template,
      appointmentId,
      version,
      sequence,
      changedAt,
      'A later change was already recorded.',
      new Date(nowMs),
    ]);
    return row?.state ?? 'nothing';
  });
}

/** Takes up to `limit` due messages that nobody else holds, for `leaseMs`; counts the attempt. */
export async function claimMessages(
  pool: Pool,
  limit: number,
  leaseMs: number,
  nowMs: number,
): Promise<ClaimedMessage[]> {
  const rows = await query<ClaimedRow>(pool, claimStatement, [limit, leaseMs, new Date(nowMs)]);
  // What is tried for the first time has no words yet.
  const tried = rows.filter(
    ({ tries, failure, recipient }) => recipient === null && (tries > 1 || failure !== ''),
  );
  const words = await wordsOf(pool, tried);
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    template: row.template,
    appointmentId: row.subject_id,
    version: row.subject_version,
    sequence: row.sequence,
    tries: row.tries,
    changedAt: row.changed_at,
    queuedAt: row.queued_at,
    mail: storedMail(words.get(row.id) ?? row),
  }));
}

/** Stores the exact words, once, before they are handed over. False: another sender has the message now. */
export async function storeMail(pool: Pool, claim: ClaimedMessage, mail: StoredMail): Promise<boolean> {
  const { recipient, subject, text, html, calendar } = mail;
  const rows = await query(pool, storeStatement, [
    claim.id,
    claim.tries,
    recipient,
    subject,
    text,
    html,
    calendar,
  ]);
  return rows.length === 1;
}

/** Writes the result of a claim. False: another sender has the message now, and its result counts. */
export async function finishMessage(
  pool: Pool,
  claim: ClaimedMessage,
  outcome: Outcome,
  nowMs: number,
): Promise<boolean> {
  const rows = await query(pool, finishStatement, [
    claim.id,
    claim.tries,
    outcome.state,
    outcome.state === 'sent' ? '' : outcome.reason,
    outcome.state === 'sent' ? outcome.providerMessageId : null,
    outcome.state === 'queued' ? outcome.retryInMs : 0,
    new Date(nowMs),
  ]);
  return rows.length === 1;
}

/** Messages newest first, from below `beforeOrdinal`. `undefined` stands for any person or subject. */
export async function listMessages(
  pool: Pool,
  filter: { personId: string | undefined; subjectId: string | undefined },
  page: { beforeOrdinal: number | undefined; limit: number },
): Promise<LedgerRow[]> {
  const rows = await query<LedgerRow>(pool, listStatement, [
    filter.personId ?? null,
    filter.subjectId ?? null,
    page.beforeOrdinal ?? null,
    page.limit,
  ]);
  const words = await wordsOf(
    pool,
    rows.filter(({ mail_text, is_past, tries }) => mail_text === null && !is_past && tries > 0),
  );
  return rows.map((row) => ({ ...row, ...wordsToRead(words.get(row.id)) }));
}

function wordsToRead(words: WordsRow | undefined): Pick<LedgerRow, 'mail_subject' | 'mail_text'> | undefined {
  return words && { mail_subject: words.mail_subject, mail_text: words.mail_text };
}

/** The words of these messages that are kept apart, by the id of the message. */
async function wordsOf(
  pool: Pool,
  messages: readonly { id: string; queued_at: Date }[],
): Promise<Map<string, WordsRow>> {
  if (messages.length === 0) return new Map();
  const times = messages.map(({ queued_at }) => queued_at.getTime());
  const rows = await query<WordsRow>(pool, wordsStatement, [
    messages.map(({ id }) => id),
    new Date(Math.min(...times)),
    // The database counts microseconds, which are cut off here.
    new Date(Math.max(...times) + 1),
  ]);
  return new Map(rows.map((row) => [row.message_id, row]));
}

/** How many messages wait, and the age in seconds of the oldest change among them. */
export async function measureQueue(pool: Pool, nowMs: number): Promise<{ queued: number; oldestS: number }> {
  const [row] = await query<{ queued: number; oldest_s: number }>(pool, measureStatement, [new Date(nowMs)]);
  return { queued: row?.queued ?? 0, oldestS: row?.oldest_s ?? 0 };
}

function storedMail(row: ClaimedRow | WordsRow): StoredMail | undefined {
  const { recipient, mail_subject: subject, mail_text: text, mail_html: html, mail_calendar: calendar } = row;
  if (recipient === null || subject === null || text === null || html === null || calendar === null) {
    return undefined;
  }
  return { recipient, subject, text, html, calendar };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { pause } from '@healthbooker/runtime/backoff';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Logger } from '@healthbooker/runtime/log';
import type { Pool } from '@healthbooker/runtime/postgres';
import type { Mailbox } from './calendar.ts';
import { compose } from './compose.ts';
import { type ClaimedMessage, claimMessages, finishMessage, type Outcome, storeMail } from './ledger.ts';
import type { AppointmentTemplate } from './mail/appointment-templates.ts';
import { handover_ms, type MailTransport } from './mail/transport.ts';
import type { Measures } from './measures.ts';
import type { Peers } from './peers.ts';
import { noRecipient } from './recipient.ts';

export type SenderTiming = {
  /** How long a claim is valid. When a sender is killed, its messages wait at most this long. */
  lease_ms: number;
  /** How often the sender looks for messages when nothing wakes it. */
  poll_ms: number;
  /** The pause after the first failed try; it doubles after each further one. */
  firstRetry_ms: number;
  longestRetry_ms: number;
  maxTries: number;
};

/** Fourteen tries take about an hour: later than that, a confirmation is of no use. */
export const defaultTiming: SenderTiming = {
  lease_ms: 20_000,
  poll_ms: 1000,
  firstRetry_ms: 2000,
  longestRetry_ms: 600_000,
  maxTries: 14,
};

export type SenderOptions = {
  pool: Pool;
  peers: Peers;
  transport: MailTransport;
  from: Mailbox;
  /** The privacy group's mailbox. */
  privacy: Mailbox;
  publicUrl: string;
  log: Logger;
  measures: Measures;
  now: () => number;
  timing: SenderTiming;
  /** How many messages are sent at the same time. */
  concurrency: number;
};

export type Sender = {
  /** Looks for messages at once: one was queued. */
  wake(): void;
  /** Takes no further messages and waits for those that are being sent. */
  close(): Promise<void>;
};

/**
 * Sends the messages of the ledger. Any number of senders share the work. For each message: claim it for a lease, compose
 * it from the appointment as it is now, store the exact mail, hand it to the mail server, and mark it as sent. When a
 * sender is killed after the mail server has accepted the mail and before the mark, the mail is handed over again when
 * the lease has ended: the same bytes with the same Message-ID, by which the receiver recognises a copy. SMTP allows no
 * better.
 */
export function startSender(options: SenderOptions): Sender {
  const { pool, log, timing, now, concurrency } = options;
  const closing = new AbortController();
  let alarm = new AbortController();
  let isLedgerDown = false;

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      alarm = new AbortController();
      const claimed = await claim();
      await Promise.all(claimed.map((message) => send(message, options)));
      if (claimed.length < concurrency) {
        await pause(timing.poll_ms, AbortSignal.any([alarm.signal, closing.signal]));
      }
    }
  }

  async function claim(): Promise<ClaimedMessage[]> {
    try {
      const claimed = await claimMessages(pool, concurrency, timing.lease_ms, now());
      isLedgerDown = false;
      return claimed;
    } catch (err) {
      // One line per outage, not one per look.
      if (!isLedgerDown)
        log.warn({ err }, 'messages to send cannot be read from the database: it is tried again');
      isLedgerDown = true;
      return [];
    }
  }

  const running = loop();
  return {
    wake: () => alarm.abort(),
    async close() {
      closing.abort();
      await running;
    },
  };
}

/** Tries to send one claimed message, and stores the outcome, also of a failure. Never rejects. */
async function send(message: ClaimedMessage, options: SenderOptions): Promise<void> {
  const { log, measures, timing, now } = options;
  const { id: messageId, appointmentId, version, template, tries } = message;
  const about = { messageId, appointmentId, version, template, tries };
  const leaseEnds = now() + timing.lease_ms;
  try {
    const outcome = await attempt(message, leaseEnds, options);
    if (outcome === undefined || !(await mark(message, outcome, leaseEnds, options))) {
      log.warn(about, 'another process has taken over this message: what became of it here is not kept');
      return;
    }
    measures.mails.inc({ template, outcome: outcome.state === 'queued' ? 'put-off' : outcome.state });
    if (outcome.state === 'sent') {
      measures.lag.observe({ template }, (now() - message.changedAt.getTime()) / 1000);
      log.info(about, 'mail sent');
    } else log.info({ ...about, state: outcome.state, reason: outcome.reason }, 'mail not sent');
  } catch (err) {
    // Nothing is lost: the message is due again when the lease ends.
    log.error(
      { err, ...about },
      'what became of a message could not be stored: it is tried again when its lease ends',
    );
  }
}

/**
 * Sends a message. Some messages say that the hospital moved a visit or cannot keep its time: when such a message cannot
 * reach the patient, staff are told before it is given up.
 * Undefined: the claim is not valid any more.
 */
async function attempt(
  message: ClaimedMessage,
  leaseEnds: number,
  options: SenderOptions,
): Promise<Outcome | undefined> {
  const outcome = await trySending(message, leaseEnds, options);
  if (outcome === undefined || !callsForStaff.has(message.template) || !isGivenUp(outcome)) return outcome;
  try {
    await options.peers.reportUnreached(message.appointmentId);
    return outcome;
  } catch (err) {
    const { log, timing } = options;
    log.warn(
      { err, messageId: message.id },
      'a patient cannot be reached, and staff could not be told of it: it is tried again',
    );
    return {
      state: 'queued',
      reason: 'Staff could not be told of it yet.',
      retryInMs: timing.longestRetry_ms,
    };
  }
}

/** When one of these cannot reach the patient, staff call them. */
const callsForStaff: ReadonlySet<string> = new Set<AppointmentTemplate>([
  'appointment-moved',
  'appointment-unplaced',
]);

/** Whether the person is not told at all, rather than told something newer instead. */
function isGivenUp(outcome: Outcome): boolean {
  return (
    outcome.state === 'failed' || (outcome.state === 'suppressed' && outcome.reason === noRecipient.reason)
  );
}

/** Undefined: the claim is not valid any more. */
async function trySending(
  message: ClaimedMessage,
  leaseEnds: number,
  options: SenderOptions,
): Promise<Outcome | undefined> {
  const { pool, peers, transport, from, privacy, publicUrl, log, now, timing } = options;
  try {
    const composed = await compose(message, { peers, from, privacy, publicUrl, nowMs: now() });
    if (composed.result === 'suppress') return { state: 'suppressed', reason: composed.reason };
    if (composed.result === 'wait') return putOff(message, composed.reason, timing);
    if (message.mail === undefined && !(await storeMail(pool, message, composed.mail))) return undefined;
    if (leaseEnds - now() < handover_ms) return putOff(message, 'There was no time left to send it.', timing);
    const method = message.template === 'appointment-cancelled' ? 'CANCEL' : 'REQUEST';
    const delivery = await transport.deliver(`<${message.id}@healthbooker>`, composed.mail, method);
    if (delivery.result === 'accepted') return { state: 'sent', providerMessageId: delivery.answer };
    if (delivery.result === 'refused') return { state: 'failed', reason: delivery.reason };
    return putOff(message, delivery.reason, timing);
  } catch (err) {
    log.warn(
      { err, messageId: message.id },
      'a message could not be prepared or sent: it is tried again later',
    );
    return putOff(message, `It could not be prepared: ${inWords(err)}`, timing);
  }
}

/** Stores the outcome, and retries until the lease ends: a "sent" that is not stored would lead to a second mail. */
async function mark(
  message: ClaimedMessage,
  outcome: Outcome,
  leaseEnds: number,
  { pool, now, timing }: SenderOptions,
): Promise<boolean> {
  for (;;) {
    try {
      return await finishMessage(pool, message, outcome, now());
    } catch (err) {
      const again = err instanceof ServiceError && err.kind === 'unavailable';
      if (!again || now() + timing.poll_ms > leaseEnds) throw err;
      await sleep(timing.poll_ms);
    }
  }
}

function putOff({ tries }: ClaimedMessage, reason: string, timing: SenderTiming): Outcome {
  if (tries >= timing.maxTries)
    return { state: 'failed', reason: `Given up after ${tries} tries. ${reason}` };
  const doubled_ms = Math.min(timing.longestRetry_ms, timing.firstRetry_ms * 2 ** (tries - 1));
  // Spread, so that messages that failed together are not all tried again at the same time.
  return { state: 'queued', reason, retryInMs: doubled_ms * (0.75 + Math.random() / 4) };
}

function inWords(err: unknown): string {
  return err instanceof ServiceError ? err.message : 'an unexpected error.';
}

import { readFile } from 'node:fs/promises';
import type { ConnectionOptions } from 'node:tls';
import { createTransport } from 'nodemailer';
import type { Mailbox } from '../calendar.ts';
import type { StoredMail } from '../ledger.ts';

export type Delivery =
  | { result: 'accepted'; answer: string }
  /** The server refused this address or this mail permanently, so trying again cannot help. */
  | { result: 'refused'; reason: string }
  /** Not accepted, or unknown: the same mail may be handed over again. */
  | { result: 'unclear'; reason: string };

export type MailTransport = {
  /**
   * Hands one mail to the mail server, within `handover_ms`. `messageId` (`<…>`) is the same for every attempt,
   * so that the receiving side can tell a second copy. Never rejects.
   */
  deliver(messageId: string, mail: StoredMail, calendarMethod: 'REQUEST' | 'CANCEL'): Promise<Delivery>;
  /** Ends the idle connections. */
  close(): void;
};

/** The longest a handover takes; a sender's lease must outlast it. */
export const handover_ms = 10_000;

/** The mail server: `smtp://` or `smtps://`, with user and password where it wants them, as SES's SMTP interface does. */
export type MailServer = {
  url: string;
  /** File that holds the URL, read for each mail: a rotated password is used from the next mail on. */
  file?: string | undefined;
};

/**
 * Mail over SMTP, several at a time over kept connections.
 *
 * @param tls what a test's server needs besides
 */
export function createMailTransport(
  server: MailServer,
  from: Mailbox,
  connections: number,
  tls: ConnectionOptions = {},
): MailTransport {
  let url = server.url;
  let transport = connect(url, from, connections, tls);

  /** The connection for mails from now on. Mails that were begun on another one are finished there. */
  async function current() {
    const wanted = server.file === undefined ? url : (await readFile(server.file, 'utf8')).trimEnd();
    if (wanted !== url) {
      const next = connect(wanted, from, connections, tls);
      transport.close();
      url = wanted;
      transport = next;
    }
    return transport;
  }

  return {
    async deliver(messageId, mail, calendarMethod) {
      let way: ReturnType<typeof connect>;
      try {
        way = await current();
      } catch {
        // Its text may show the URL, and with it the password.
        return { result: 'unclear', reason: 'The address of the mail server cannot be read.' };
      }
      try {
        const { response } = await way.sendMail({
          messageId,
          to: { name: '', address: mail.recipient },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          ...(mail.calendar !== '' && {
            icalEvent: { method: calendarMethod, filename: 'appointment.ics', content: mail.calendar },
          }),
          signal: AbortSignal.timeout(handover_ms),
        });
        return { result: 'accepted', answer: response.slice(0, 200) };
      } catch (err) {
        return explain(err);
      }
    },
    close: () => transport.close(),
  };
}

function connect(url: string, from: Mailbox, connections: number, tls: ConnectionOptions) {
  const { hostname, port, protocol, username, password } = new URL(url);
  return createTransport(
    {
      pool: true,
      tls,
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? (protocol === 'smtps:' ? 465 : 587) : Number(port),
      secure: protocol === 'smtps:',
      ...(username !== '' && {
        auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
        requireTLS: true,
      }),
      maxConnections: connections,
      // The ledger repeats failed mails; a second layer would only hide how often.
      maxRequeues: 0,
      connectionTimeout: 4000,
      greetingTimeout: 4000,
      dnsTimeout: 4000,
      socketTimeout: 8000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from, headers: { 'Auto-Submitted': 'auto-generated' } },
  );
}

type SmtpFailure = { code: string; responseCode: number | undefined; response: string };

function explain(err: unknown): Delivery {
  const { code, responseCode, response } = describe(err);
  if (responseCode === undefined) {
    return { result: 'unclear', reason: `The mail server could not be reached (${code}).` };
  }
  const answer = response === '' ? String(responseCode) : response;
  if (code === 'EAUTH') {
    return { result: 'unclear', reason: `The mail server did not accept our sign-in: ${answer}` };
  }
  const forGood = responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return forGood
    ? { result: 'refused', reason: `The mail server refused the mail: ${answer}` }
    : { result: 'unclear', reason: `The mail server did not take the mail now: ${answer}` };
}

function describe(err: unknown): SmtpFailure {
  const fields = typeof err === 'object' && err !== null ? err : {};
  const code = 'code' in fields && typeof fields.code === 'string' ? fields.code : 'unknown error';
  const responseCode =
    'responseCode' in fields && typeof fields.responseCode === 'number' ? fields.responseCode : undefined;
  const response = 'response' in fields && typeof fields.response === 'string' ? fields.response : '';
  return { code, responseCode, response: withoutAddresses(response.replaceAll(/\s+/g, ' ')).slice(0, 300) };
}

/** Servers like to repeat the recipient; reasons are logged, and logs name nobody. */
function withoutAddresses(answer: string): string {
  return answer.replaceAll(/<?[^\s<>@]+@[^\s<>@]+>?/g, '<address>');
}

import { setTimeout as sleep } from 'node:timers/promises';
import { testVariable } from './variables.ts';

/** A mail as the inbox tells it; attachments are fetched from their address, relative to the inbox's. */
export type ReceivedMail = {
  id: string;
  receivedAt: string;
  messageId: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html?: string;
  attachments: { filename: string; contentType: string; url: string }[];
};

/** Every mail to an address, newest first. */
export async function mailsTo(address: string): Promise<ReceivedMail[]> {
  const response = await fetch(
    `${testVariable('HB_TEST_INBOX_URL')}/messages?to=${encodeURIComponent(address)}`,
  );
  const { messages } = (await response.json()) as { messages: ReceivedMail[] };
  return messages;
}

/** The newest mail to an address that `matches`; waits for it, and fails after `timeout_ms`. */
export async function awaitMail(
  address: string,
  matches: (mail: ReceivedMail) => boolean = () => true,
  timeout_ms = 30_000,
): Promise<ReceivedMail> {
  const deadline = performance.now() + timeout_ms;
  for (;;) {
    const mails = await mailsTo(address);
    const found = mails.find(matches);
    if (found) return found;
    if (performance.now() > deadline) {
      const subjects = mails.map(({ subject }) => subject).join(', ') || 'none';
      throw new Error(`No such mail to ${address} within ${timeout_ms} ms; received: ${subjects}`);
    }
    await sleep(50);
  }
}

/** The content of an attachment. */
export async function attachmentText(attachment: ReceivedMail['attachments'][number]): Promise<string> {
  const response = await fetch(new URL(attachment.url, testVariable('HB_TEST_INBOX_URL')));
  return response.text();
}

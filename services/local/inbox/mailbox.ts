import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';

/** A mail as received; `to` holds the envelope's recipients as `addressOf` writes them. */
export type Mail = {
  id: string;
  /** RFC 3339, UTC. */
  receivedAt: string;
  /** As the sender named it, with its angle brackets; empty when it did not. */
  messageId: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html?: string;
  attachments: Attachment[];
};

export type Attachment = { filename: string; contentType: string; base64: string };

export type Mailbox = {
  /**
   * Stores a mail; it is on disk when this returns. A copy (the same Message-ID to the same people) is the mail that
   * is there already: SMTP's senders repeat what they are not sure of, and mailbox providers drop such copies.
   */
  add(mail: Omit<Mail, 'id' | 'receivedAt'>): Mail;
  find(id: string): Mail | undefined;
  /** Mails to an address (to anybody when absent), newest first. */
  list(to?: string): Mail[];
};

/** Opens a folder of mails, one file each, of which the newest `capacity` are kept. */
export function openMailbox(folder: string, capacity: number): Mailbox {
  mkdirSync(folder, { recursive: true });
  // File names begin with the time of receipt and a serial number, so that their order is the mails' order.
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  const mails = files.map((file) => ({
    file,
    mail: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Mail,
  }));
  let serial = 0;

  return {
    add(content) {
      const copied = content.messageId === '' ? undefined : mails.find(({ mail }) => isCopy(content, mail));
      if (copied !== undefined) return copied.mail;
      const mail: Mail = { id: randomUUID(), receivedAt: new Date().toISOString(), ...content };
      serial += 1;
      const file = `${mail.receivedAt.replaceAll(':', '')}-${String(serial).padStart(9, '0')}.json`;
      writeDurably(join(folder, file), JSON.stringify(mail));
      mails.push({ file, mail });
      while (mails.length > capacity) {
        const oldest = mails.shift();
        if (oldest) rmSync(join(folder, oldest.file), { force: true });
      }
      return mail;
    },
    find: (id) => mails.find(({ mail }) => mail.id === id)?.mail,
    list(to) {
      const address = to === undefined ? undefined : addressOf(to);
      return mails
        .filter(({ mail }) => address === undefined || mail.to.includes(address))
        .map(({ mail }) => mail)
        .reverse();
    },
  };
}

/** An address in lower case, its domain in the ASCII form in which HealthBooker keeps it: a server may show either. */
export function addressOf(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  return `${address.slice(0, at)}${domainToASCII(domain) || domain}`.toLowerCase();
}

function isCopy(content: Pick<Mail, 'messageId' | 'to'>, mail: Mail): boolean {
  return content.messageId === mail.messageId && content.to.join() === mail.to.join();
}

function writeDurably(path: string, content: string): void {
  const descriptor = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(`${path}.new`, path);
}

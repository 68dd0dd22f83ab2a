import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { addressOf, openMailbox } from './mailbox.ts';

const folder = mkdtempSync(join(tmpdir(), 'healthbooker-inbox-'));
after(() => rmSync(folder, { recursive: true }));

const mail = (subject: string, to = 'a@example.com') => ({
  messageId: `<${subject}@example.com>`,
  from: 'b@example.com',
  to: [to],
  subject,
  text: subject,
  attachments: [],
});
const subjects = (mailbox: ReturnType<typeof openMailbox>, to?: string) =>
  mailbox.list(to).map(({ subject }) => subject);

test('the newest mails are kept, in order, and are there when it is opened again', () => {
  const mailbox = openMailbox(folder, 3);
  for (const subject of ['one', 'two', 'three']) mailbox.add(mail(subject));
  const { id } = mailbox.add(mail('four', 'c@example.com'));
  assert.equal(mailbox.add(mail('four', 'c@example.com')).id, id, 'a copy was kept');
  assert.deepEqual(subjects(mailbox), ['four', 'three', 'two']);
  assert.equal(readdirSync(folder).length, 3);

  const again = openMailbox(folder, 3);
  assert.deepEqual(subjects(again), ['four', 'three', 'two']);
  assert.deepEqual(subjects(again, 'A@Example.com'), ['three', 'two']);
  assert.equal(again.find(id)?.subject, 'four');
  assert.equal(again.find('none'), undefined);
});

test('a mail to a domain in another script is found under both of its forms, whichever the server showed', () => {
  const address = addressOf('Zoe@Bücher.example');
  assert.equal(address, 'zoe@xn--bcher-kva.example');
  const mailbox = openMailbox(folder, 3);
  mailbox.add(mail('five', address));
  for (const asked of ['zoe@bücher.example', 'zoe@xn--bcher-kva.example', 'ZOE@BÜCHER.example']) {
    assert.deepEqual(subjects(mailbox, asked), ['five'], asked);
  }
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { createMailTransport } from './transport.ts';

const mail = {
  subject: 'Your appointment',
  text: 'text',
  html: '<p>text</p>',
  calendar: 'BEGIN:VCALENDAR',
  recipient: 'ada@example.org',
};

test('a refusal for good says why without naming the recipient', async (t) => {
  const server = createServer((socket) => {
    socket.write('220 mail.example\r\n');
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      const isRecipient = bytes.toString().startsWith('RCPT');
      socket.write(isRecipient ? '550 5.1.1 <ada@example.org>: no such user\r\n' : '250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const from = { name: 'HealthBooker', address: 'no-reply@example.org' };
  const transport = createMailTransport({ url: `smtp://127.0.0.1:${port}` }, from, 1);
  t.after(() => {
    transport.close();
    server.close();
  });
  const delivery = await transport.deliver('<1@healthbooker>', mail, 'REQUEST');
  assert.deepEqual(delivery, {
    result: 'refused',
    reason: 'The mail server refused the mail: 550 5.1.1 <address>: no such user',
  });
});

test('a password that was rotated is used from the next mail on, without a restart', async (t) => {
  let password = 'first';
  const mailServer = new SMTPServer({
    authMethods: ['PLAIN'],
    onAuth: (given, _session, done) =>
      given.password === password ? done(null, { user: 'ses' }) : done(new Error('no')),
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(null));
    },
  });
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
  const address = mailServer.server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const dir = mkdtempSync(join(tmpdir(), 'smtp-'));
  const file = join(dir, 'url');
  const urlWith = (secret: string) => `smtp://ses:${secret}@127.0.0.1:${port}`;
  writeFileSync(file, urlWith('first'));
  const from = { name: 'HealthBooker', address: 'no-reply@example.org' };
  const server = { url: urlWith('first'), file };
  // The stand-in's certificate is its own.
  const transport = createMailTransport(server, from, 1, { rejectUnauthorized: false });
  t.after(() => {
    transport.close();
    mailServer.close();
    rmSync(dir, { recursive: true });
  });
  const deliver = (id: number) => transport.deliver(`<${id}@healthbooker>`, mail, 'REQUEST');
  assert.equal((await deliver(1)).result, 'accepted');

  password = 'second';
  // A connection that is open goes on with what it signed in with; a server that restarts asks anew.
  writeFileSync(file, urlWith('wrong'));
  assert.deepEqual(
    { ...(await deliver(2)) },
    { result: 'unclear', reason: 'The mail server did not accept our sign-in: 535 no' },
  );
  writeFileSync(file, urlWith('second'));
  assert.equal((await deliver(3)).result, 'accepted');
  for (const broken of ['', 'not an address']) {
    writeFileSync(file, broken);
    const reason = 'The address of the mail server cannot be read.';
    assert.deepEqual(await deliver(4), { result: 'unclear', reason });
  }
  writeFileSync(file, urlWith('second'));
  assert.equal((await deliver(5)).result, 'accepted');
});

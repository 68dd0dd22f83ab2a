import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { createMailTransport } from './transport.ts';

const mail = {
  ...{ subject: 'Your appointment', text: 'text', html: '<p>text</p>', calendar: 'BEGIN:VCALENDAR' },
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
  const transport = createMailTransport(`smtp://127.0.0.1:${port}`, from, 1);
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

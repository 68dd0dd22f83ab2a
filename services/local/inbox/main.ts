/**
 * Receives what HealthBooker mails, and shows it.
 *
 * PORT (HTTP), SMTP_PORT, DATA_DIR, HOST: see services/local/README.md.
 */
import { loopback } from '../ports.ts';
import { createInboxServer } from './http.ts';
import { openMailbox } from './mailbox.ts';
import { createSmtpServer } from './smtp.ts';

const { PORT, SMTP_PORT, DATA_DIR, HOST = loopback } = process.env;
if (!PORT || !SMTP_PORT || !DATA_DIR) throw new Error('PORT, SMTP_PORT and DATA_DIR are needed');

const mailbox = openMailbox(DATA_DIR, 1000);
const smtp = createSmtpServer(mailbox);
smtp.listen(Number(SMTP_PORT), HOST);
const http = createInboxServer(mailbox).listen(Number(PORT), HOST);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    smtp.close(() => process.exit(0));
    http.close();
    setTimeout(() => process.exit(0), 1000).unref();
  });
}

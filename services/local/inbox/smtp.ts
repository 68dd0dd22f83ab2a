import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { addressOf, type Mailbox } from './mailbox.ts';

const longest_mail_bytes = 10 * 1024 * 1024;

/** An SMTP server that takes every mail to everybody into the mailbox, and confirms it once it is stored. */
export function createSmtpServer(mailbox: Mailbox): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: longest_mail_bytes,
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream, { skipHtmlToText: true, skipTextToHtml: true })
        .then((parsed) => {
          if (stream.sizeExceeded) throw Object.assign(new Error('Message too large'), { responseCode: 552 });
          mailbox.add({
            messageId: parsed.messageId ?? '',
            from: parsed.from?.text ?? '',
            to: session.envelope.rcptTo.map(({ address }) => addressOf(address)),
            subject: parsed.subject ?? '',
            text: parsed.text ?? '',
            ...(parsed.html && { html: parsed.html }),
            attachments: parsed.attachments.map(({ filename, contentType, content }) => ({
              filename: filename ?? 'attachment',
              contentType,
              base64: content.toString('base64'),
            })),
          });
          done();
        }, done)
        .catch(done);
    },
  });
}

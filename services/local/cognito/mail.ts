import { createTransport } from 'nodemailer';
import { CognitoError } from './errors.ts';

export type Message = { to: string; subject: string; text: string };

export type Mailer = { send(message: Message): Promise<void>; close(): void };

/** Sends through an SMTP server, and waits until it has accepted the mail. */
export function createMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(smtpUrl, { from });
  return {
    /** @throws CodeDeliveryFailureException */
    async send(message) {
      try {
        await transport.sendMail(message);
      } catch (cause) {
        console.error('cognito: a mail was not accepted', cause);
        throw new CognitoError('CodeDeliveryFailureException', 'The mail could not be delivered.');
      }
    },
    close: () => transport.close(),
  };
}

export function signUpMessage(to: string, code: string): Message {
  return {
    to,
    subject: 'Your HealthBooker confirmation code',
    text: `Your confirmation code is ${code}\n\nIt is good for 24 hours. If you did not sign up, ignore this mail.\n`,
  };
}

export function resetMessage(to: string, code: string): Message {
  return {
    to,
    subject: 'Your HealthBooker password reset code',
    text: `Your password reset code is ${code}\n\nIt is good for one hour. If you did not ask for it, ignore this mail.\n`,
  };
}

export function invitationMessage(to: string, password: string): Message {
  return {
    to,
    subject: 'Your HealthBooker account',
    text: `You have been invited to HealthBooker.\n\nUser name: ${to}\nTemporary password: ${password}\n\nThe password is good for seven days; you choose your own when you first sign in.\n`,
  };
}

/** What a reply to "I forgot my password" shows of an address: `p***@e***`. */
export function deliveryDetails(email: string) {
  const [name, domain] = email.split('@');
  return {
    AttributeName: 'email',
    DeliveryMedium: 'EMAIL',
    Destination: `${name?.charAt(0) ?? ''}***@${domain?.charAt(0) ?? ''}***`,
  };
}

import { cognito, type EdgeConfig, type Platform, renew, signIn, type Tokens } from './sign-in.ts';

/** Somebody who can sign in, with their tokens. */
export type Account = Tokens & { email: string; password: string };

/** How often the inbox is asked for a code, five times a second: mails of a busy system take their time. */
const inbox_tries = 100;
const pause_ms = 200;

/**
 * Signs up a new patient by the front door: sign-up, the mailed code, the first session and a token that names the
 * patient's group. The code is read at `/inbox`, which systems for tests have.
 * @throws Error in one sentence
 */
export async function signUp(
  platform: Platform & { wait(ms: number): Promise<void> },
  url: string,
  config: EdgeConfig,
  { email, password, name }: { email: string; password: string; name: string },
): Promise<Account> {
  const ClientId = config.userPoolClientId;
  await cognito(platform, config, 'SignUp', {
    ClientId,
    Username: email,
    Password: password,
    UserAttributes: [
      { Name: 'email', Value: email },
      { Name: 'name', Value: name },
      { Name: 'birthdate', Value: '1980-01-01' },
    ],
  });
  const ConfirmationCode = await mailedCode(platform, url, email);
  await cognito(platform, config, 'ConfirmSignUp', { ClientId, Username: email, ConfirmationCode });
  const first = await signIn(platform, config, email, password);
  if (!(await startSession(platform, url, first))) return { email, password, ...first };
  const second = await renew(platform, config, first.refreshToken);
  await startSession(platform, url, second);
  return { email, password, ...second };
}

async function mailedCode(
  platform: Platform & { wait(ms: number): Promise<void> },
  url: string,
  email: string,
): Promise<string> {
  const inbox = `${url}/inbox/messages?to=${encodeURIComponent(email)}`;
  for (let tries = 0; tries < inbox_tries; tries++) {
    const { status, body } = await platform.send('GET', inbox, {});
    if (status !== 200)
      throw new Error(`${url}/inbox answers ${status}: nobody can be signed up without it.`);
    const { messages } = JSON.parse(body) as { messages: { text: string }[] };
    const code = /\b\d{6}\b/.exec(messages[0]?.text ?? '')?.[0];
    if (code !== undefined) return code;
    await platform.wait(pause_ms);
  }
  throw new Error(`No code for ${email} came to ${url}/inbox.`);
}

/** Begins a session at the patients' portal; true when the token has to be renewed before it counts as a patient's. */
async function startSession(platform: Platform, url: string, { accessToken }: Tokens): Promise<boolean> {
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  const { status, body } = await platform.send('POST', `${url}/v1/session`, headers, '{}');
  if (status !== 200) throw new Error(`The first session of a new patient was answered with ${status}.`);
  return (JSON.parse(body) as { refreshToken: boolean }).refreshToken;
}

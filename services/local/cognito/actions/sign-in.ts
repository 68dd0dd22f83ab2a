import { invalidParameter, notAuthorized, wrongCredentials } from '../errors.ts';
import { type Input, object, text } from '../fields.ts';
import { clientOf, identityOf, type Pool } from '../pool.ts';
import { checkProof, createServerKey, decoyVerifier, isUsablePublicValue, type Verifier } from '../srp.ts';
import { answerNewPassword, answerSoftwareToken, continueSignIn } from './challenges.ts';

/** How long a browser may take between the two halves of the password exchange. */
const EXCHANGE_MS = 3 * 60_000;

/** InitiateAuth: begins the SRP exchange, or trades a refresh token. */
export function initiateAuth(pool: Pool, input: Input) {
  const clientId = clientOf(pool, input);
  const flow = text(input, 'AuthFlow');
  const parameters = object(input, 'AuthParameters');
  switch (flow) {
    case 'USER_SRP_AUTH':
      return beginPassword(pool, clientId, parameters);
    case 'REFRESH_TOKEN_AUTH':
    case 'REFRESH_TOKEN':
      return refreshed(pool, text(parameters, 'REFRESH_TOKEN'), clientId);
    default:
      throw invalidParameter(`${flow} flow not enabled for this client`);
  }
}

/** GetTokensFromRefreshToken: the call that current browser clients make instead of REFRESH_TOKEN_AUTH. */
export function getTokensFromRefreshToken(pool: Pool, input: Input) {
  return refreshed(pool, text(input, 'RefreshToken'), clientOf(pool, input));
}

/** RespondToAuthChallenge. */
export function respondToAuthChallenge(pool: Pool, input: Input) {
  const clientId = clientOf(pool, input);
  const challenge = text(input, 'ChallengeName');
  switch (challenge) {
    case 'PASSWORD_VERIFIER':
      return answerPassword(pool, clientId, object(input, 'ChallengeResponses'));
    case 'NEW_PASSWORD_REQUIRED':
      return answerNewPassword(pool, clientId, input);
    case 'SOFTWARE_TOKEN_MFA':
      return answerSoftwareToken(pool, clientId, input);
    default:
      throw invalidParameter(`Challenge ${challenge} is not in use here.`);
  }
}

function refreshed(pool: Pool, refreshToken: string, clientId: string) {
  return { AuthenticationResult: pool.sessions.refresh(refreshToken, clientId), ChallengeParameters: {} };
}

/** A user who does not exist gets a challenge too: the same one each time, which no password answers. */
function beginPassword(pool: Pool, clientId: string, parameters: Input) {
  const username = text(parameters, 'USERNAME', 254);
  const A = text(parameters, 'SRP_A');
  if (!isUsablePublicValue(A)) throw invalidParameter('SRP_A is not a valid public value.');
  const user = pool.users.find(username);
  const account = user?.email ?? username.toLowerCase();
  const sub = user?.sub ?? decoySub(pool, account);
  const verifier = user ?? decoyVerifier(pool.decoySeed(account));
  const serverKey = createServerKey(verifier);
  const secretBlock = pool.seal.close('password', clientId, { sub, account, A, ...serverKey }, EXCHANGE_MS);
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: verifier.salt,
      SECRET_BLOCK: secretBlock.toString('base64'),
      SRP_B: serverKey.B,
      USERNAME: sub,
      USER_ID_FOR_SRP: sub,
    },
  };
}

/** There is no await between opening the seal and writing the count, so each exchange is one try. */
function answerPassword(pool: Pool, clientId: string, responses: Input) {
  const secretBlock = Buffer.from(text(responses, 'PASSWORD_CLAIM_SECRET_BLOCK', 8192), 'base64');
  const timestamp = text(responses, 'TIMESTAMP', 64);
  const signature = text(responses, 'PASSWORD_CLAIM_SIGNATURE', 128);
  const opened = pool.seal.open('password', clientId, secretBlock);
  if (!opened) throw notAuthorized('Invalid session for the user.');
  pool.seal.spend(opened);
  const sub = text(opened.state, 'sub');
  const account = text(opened.state, 'account');
  pool.limits.checkPassword(account);
  const user = pool.users.find(sub);
  const verifier: Verifier = user ?? decoyVerifier(pool.decoySeed(account));
  const passed = checkProof(identityOf(pool, sub), verifier, {
    A: text(opened.state, 'A'),
    serverKey: { b: text(opened.state, 'b'), B: text(opened.state, 'B') },
    secretBlock,
    timestamp,
    signature,
  });
  if (!passed || !user) {
    pool.limits.passwordFailed(account);
    throw wrongCredentials();
  }
  pool.limits.passwordPassed(account);
  return continueSignIn(pool, clientId, user);
}

function decoySub(pool: Pool, account: string): string {
  const hex = pool.decoySeed(`sub:${account}`).toString('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

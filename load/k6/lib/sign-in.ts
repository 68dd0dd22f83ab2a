import { answerSrp, beginSrp, type Challenge, type Crypto } from './srp.ts';

/** What signing in needs of the platform it runs on: Node, or k6. */
export type Platform = Crypto & {
  send(
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<{ status: number; body: string }>;
};

/** The public configuration of an edge: which system it is, and where people sign in. */
export type EdgeConfig = {
  environment: string;
  commit: string;
  userPoolId: string;
  userPoolClientId: string;
  userPoolEndpoint: string;
};

export type Tokens = {
  accessToken: string;
  refreshToken: string;
  /** When the access token ends, in milliseconds since 1970. */
  expiresAt: number;
};

type Outcome = { AccessToken: string; RefreshToken?: string; ExpiresIn: number };

/** Cognito said no; `kind` is its name for why. */
export class CognitoRefusal extends Error {
  readonly kind: string;
  constructor(action: string, kind: string, message: string) {
    super(`${action}: ${kind}: ${message}`);
    this.name = 'CognitoRefusal';
    this.kind = kind;
  }
}

/** Calls one action of the user pool that an edge named. @throws CognitoRefusal */
export async function cognito(
  platform: Platform,
  { userPoolEndpoint }: EdgeConfig,
  action: string,
  input: object,
): Promise<Record<string, unknown>> {
  const { status, body } = await platform.send(
    'POST',
    userPoolEndpoint,
    {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
    },
    JSON.stringify(input),
  );
  const answer = (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>;
  if (status === 200) return answer;
  const kind = String(answer['__type'] ?? `status ${status}`).replace(/^.*#/, '');
  throw new CognitoRefusal(action, kind, String(answer['message'] ?? ''));
}

/** Signs in with a password as the portals do. @throws CognitoRefusal, also when more than the password is asked for */
export async function signIn(
  platform: Platform,
  config: EdgeConfig,
  email: string,
  password: string,
): Promise<Tokens> {
  const { userPoolClientId: ClientId, userPoolId } = config;
  const begun = beginSrp(platform);
  const challenge = await cognito(platform, config, 'InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: email, SRP_A: begun.A },
  });
  const parameters = challenge['ChallengeParameters'] as Challenge;
  const answered = await cognito(platform, config, 'RespondToAuthChallenge', {
    ClientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: answerSrp(platform, userPoolId.split('_')[1] ?? '', begun, parameters, password),
  });
  const outcome = answered['AuthenticationResult'] as Outcome | undefined;
  if (outcome === undefined) {
    throw new CognitoRefusal(
      'RespondToAuthChallenge',
      'Unfinished',
      `${answered['ChallengeName']} is asked for`,
    );
  }
  return tokensOf(outcome, '');
}

/** New tokens for a refresh token. @throws CognitoRefusal */
export async function renew(platform: Platform, config: EdgeConfig, refreshToken: string): Promise<Tokens> {
  const answer = await cognito(platform, config, 'InitiateAuth', {
    ClientId: config.userPoolClientId,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { REFRESH_TOKEN: refreshToken },
  });
  return tokensOf(answer['AuthenticationResult'] as Outcome, refreshToken);
}

function tokensOf({ AccessToken, RefreshToken, ExpiresIn }: Outcome, refreshToken: string): Tokens {
  return {
    accessToken: AccessToken,
    refreshToken: RefreshToken ?? refreshToken,
    expiresAt: Date.now() + ExpiresIn * 1000,
  };
}

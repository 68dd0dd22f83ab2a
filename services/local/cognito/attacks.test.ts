import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import {
  AdminGetUserCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  GetUserCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { seedUsers } from './seed.ts';
import { N } from './srp.ts';
import { ACCESS_KEY, CLIENT_ID, POOL_ID, type PoolServer, startPoolServer } from './testing/pool-server.ts';
import { beginSignIn, signIn } from './testing/srp-client.ts';

const PASSWORD = 'correct horse 7';
const WRONG = 'incorrect horse 7';
let server: PoolServer;
let users = 0;
let email = '';

before(async () => {
  server = await startPoolServer();
});
beforeEach(() => {
  server.clock.ahead = 0;
  users += 1;
  email = `user${users}@example.org`;
  const sub = `00000000-0000-4000-8000-${String(users).padStart(12, '0')}`;
  seedUsers({ dataDir: server.dataDir, userPoolId: POOL_ID }, [
    { sub, email, password: PASSWORD, groups: ['Patients'], attributes: { name: 'Ada Byrne' } },
  ]);
});
after(() => server.close());

const responding = (ChallengeResponses: Record<string, string>) =>
  new RespondToAuthChallengeCommand({
    ClientId: CLIENT_ID,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses,
  });

test('a seeded user signs in; a wrong password does not', async () => {
  const { AuthenticationResult } = await signIn(server.sdk(), email, PASSWORD);
  assert.equal(AuthenticationResult?.TokenType, 'Bearer');
  await assert.rejects(signIn(server.sdk(), email, WRONG), {
    name: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  });
});

test('a user who does not exist is not told apart', async () => {
  const [once, again, real] = await Promise.all(
    ['nobody@example.org', 'Nobody@Example.org', email].map((name) => beginSignIn(server.sdk(), name)),
  );
  assert.deepEqual(Object.keys(once?.parameters ?? {}), Object.keys(real?.parameters ?? {}));
  assert.equal(once?.parameters['SALT'], again?.parameters['SALT']);
  assert.equal(once?.parameters['USERNAME'], again?.parameters['USERNAME']);
  assert.equal(once?.parameters['SALT']?.length, real?.parameters['SALT']?.length);
  assert.match(
    once?.parameters['USERNAME'] ?? '',
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  await assert.rejects(signIn(server.sdk(), 'nobody@example.org', PASSWORD), {
    name: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  });
  const mails = server.mails.length;
  const reply = await server
    .sdk()
    .send(new ForgotPasswordCommand({ ClientId: CLIENT_ID, Username: 'nobody@example.org' }));
  assert.equal(reply.CodeDeliveryDetails?.Destination, 'n***@e***');
  assert.equal(server.mails.length, mails);
});

test('an answered exchange is spent: it can be neither replayed nor tried again', async () => {
  const exchange = await beginSignIn(server.sdk(), email);
  const answer = exchange.answer(PASSWORD);
  await server.sdk().send(responding(answer));
  await assert.rejects(server.sdk().send(responding(answer)), { name: 'NotAuthorizedException' });
  const missed = await beginSignIn(server.sdk(), email);
  await assert.rejects(server.sdk().send(responding(missed.answer(WRONG))));
  await assert.rejects(server.sdk().send(responding(missed.answer(PASSWORD))), {
    message: 'Invalid session for the user.',
  });
});

test('an exchange ends after three minutes, and a made-up one is refused', async () => {
  const exchange = await beginSignIn(server.sdk(), email);
  server.clock.ahead += 3 * 60_000;
  await assert.rejects(server.sdk().send(responding(exchange.answer(PASSWORD))), {
    name: 'NotAuthorizedException',
  });
  const forged = { ...exchange.answer(PASSWORD), PASSWORD_CLAIM_SECRET_BLOCK: 'A'.repeat(400) };
  await assert.rejects(server.sdk().send(responding(forged)), { name: 'NotAuthorizedException' });
});

test('public values that would fix the shared secret are refused', async () => {
  for (const A of ['0', N.toString(16), (2n * N).toString(16), 'xyz', '-1']) {
    const begin = new InitiateAuthCommand({
      ClientId: CLIENT_ID,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: email, SRP_A: A },
    });
    await assert.rejects(server.sdk().send(begin), { name: 'InvalidParameterException' }, A);
  }
});

test('five wrong passwords shut the account for a while, for the right password too, and then it opens', async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 12 }, () => signIn(server.sdk(), email, WRONG)),
  );
  assert.ok(tries.every(({ status }) => status === 'rejected'));
  await assert.rejects(signIn(server.sdk(), email, PASSWORD), { message: 'Password attempts exceeded' });
  server.clock.ahead += 15 * 60_000;
  assert.ok((await signIn(server.sdk(), email, PASSWORD)).AuthenticationResult);
});

test('a reset code cannot be guessed: after five tries even the right one is refused', async () => {
  await server.sdk().send(new ForgotPasswordCommand({ ClientId: CLIENT_ID, Username: email }));
  const code = server.lastCode(email);
  const confirm = (ConfirmationCode: string) =>
    server.sdk().send(
      new ConfirmForgotPasswordCommand({
        ClientId: CLIENT_ID,
        Username: email,
        Password: WRONG,
        ConfirmationCode,
      }),
    );
  const wrong = code === '123456' ? '654321' : '123456';
  for (let i = 0; i < 5; i += 1) await assert.rejects(confirm(wrong), { name: 'CodeMismatchException' });
  await assert.rejects(confirm(code), { name: 'LimitExceededException' });
  server.clock.ahead += 15 * 60_000;
  await confirm(code);
  assert.ok((await signIn(server.sdk(), email, WRONG)).AuthenticationResult);
});

test('a reset code is good for an hour', async () => {
  await server.sdk().send(new ForgotPasswordCommand({ ClientId: CLIENT_ID, Username: email }));
  server.clock.ahead += 3_600_000;
  await assert.rejects(
    server.sdk().send(
      new ConfirmForgotPasswordCommand({
        ClientId: CLIENT_ID,
        Username: email,
        Password: WRONG,
        ConfirmationCode: server.lastCode(email),
      }),
    ),
    { name: 'ExpiredCodeException' },
  );
});

test('a token that was changed, or made with another key, opens nothing', async () => {
  const { AuthenticationResult } = await signIn(server.sdk(), email, PASSWORD);
  const token = AuthenticationResult?.AccessToken ?? '';
  const getUser = (AccessToken: string) => server.sdk().send(new GetUserCommand({ AccessToken }));
  assert.equal((await getUser(token)).UserAttributes?.find(({ Name }) => Name === 'email')?.Value, email);
  const [header, payload, signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as Record<string, unknown>;
  const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'somebody-else' })).toString('base64url');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  for (const forged of [
    `${header}.${changed}.${signature}`,
    `${none}.${payload}.`,
    `${none}.${payload}.AA`,
    'x',
  ]) {
    await assert.rejects(getUser(forged), { name: 'NotAuthorizedException' });
  }
  await assert.rejects(getUser(AuthenticationResult?.IdToken ?? ''), { message: 'Invalid Access Token' });
  server.clock.ahead += 3_600_000;
  await assert.rejects(getUser(token), { message: 'Access Token has expired' });
});

test('administration needs the right signature over the very body', async () => {
  const command = () => new AdminGetUserCommand({ UserPoolId: POOL_ID, Username: email });
  assert.equal((await server.sdk().send(command())).UserStatus, 'CONFIRMED');
  await assert.rejects(server.sdk({ ...ACCESS_KEY, secretAccessKey: 'guess' }).send(command()), {
    name: 'InvalidSignatureException',
  });
  await assert.rejects(server.sdk({ ...ACCESS_KEY, accessKeyId: 'AKIAOTHER' }).send(command()), {
    name: 'UnrecognizedClientException',
  });
  const tampering = server.sdk();
  tampering.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { body: Uint8Array };
      request.body = Buffer.from(new TextDecoder().decode(request.body).replace('user', 'uzer'));
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  await assert.rejects(tampering.send(command()), { name: 'InvalidSignatureException' });
  const unsigned = await fetch(server.url, {
    method: 'POST',
    headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.AdminGetUser' },
    body: JSON.stringify({ UserPoolId: POOL_ID, Username: email }),
  });
  assert.equal(unsigned.status, 400);
  assert.equal(unsigned.headers.get('x-amzn-errortype'), 'MissingAuthenticationTokenException:');
});

test('no password, code or refresh token can be read from the disk', async () => {
  const { AuthenticationResult } = await signIn(server.sdk(), email, PASSWORD);
  await server.sdk().send(new ForgotPasswordCommand({ ClientId: CLIENT_ID, Username: email }));
  const files = ['cognito.sqlite', 'cognito.sqlite-wal'].map((name) =>
    readFileSync(join(server.dataDir, name)),
  );
  const bytes = Buffer.concat(files);
  assert.ok(bytes.includes(email), 'the files read are those written');
  assert.ok(!bytes.includes(PASSWORD));
  assert.ok(!bytes.includes(AuthenticationResult?.RefreshToken ?? ''));
  assert.ok(!bytes.includes(server.lastCode(email)));
});

test('requests that make no sense get a named error', async () => {
  const post = async (target: string, body: string) => {
    const headers = { 'x-amz-target': `AWSCognitoIdentityProviderService.${target}` };
    const response = await fetch(server.url, { method: 'POST', headers, body });
    return [response.status, ((await response.json()) as { __type: string }).__type];
  };
  assert.deepEqual(await post('SignUp', '{'), [400, 'SerializationException']);
  assert.deepEqual(await post('SignUp', '[]'), [400, 'SerializationException']);
  assert.deepEqual(await post('SignUp', `{"x":"${'x'.repeat(200_000)}"}`), [400, 'SerializationException']);
  assert.deepEqual(await post('SignUp', '{"ClientId":7}'), [400, 'InvalidParameterException']);
  assert.deepEqual(await post('SignUp', '{"ClientId":"other"}'), [400, 'ResourceNotFoundException']);
  assert.deepEqual(await post('DeleteUserPool', '{}'), [400, 'UnknownOperationException']);
});

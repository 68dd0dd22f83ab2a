import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { Amplify } from 'aws-amplify';
import * as auth from 'aws-amplify/auth';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import type { Jwks } from 'aws-jwt-verify/jwk';
import './quiet-amplify.ts';
import { CLIENT_ID, POOL_ID, type PoolServer, startPoolServer } from './testing/pool-server.ts';
import { totpCode } from './totp.ts';

const PASSWORD = 'correct horse 7';
let server: PoolServer;

before(async () => {
  server = await startPoolServer();
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: POOL_ID,
        userPoolClientId: CLIENT_ID,
        userPoolEndpoint: server.url,
        loginWith: { email: true },
      },
    },
  });
});
after(() => server.close());

async function register(email: string): Promise<string> {
  const options = { userAttributes: { email, name: 'Ada Byrne' } };
  const signedUp = await auth.signUp({ username: email, password: PASSWORD, options });
  assert.equal(signedUp.nextStep.signUpStep, 'CONFIRM_SIGN_UP');
  const confirmed = await auth.confirmSignUp({ username: email, confirmationCode: server.lastCode(email) });
  assert.equal(confirmed.isSignUpComplete, true);
  return signedUp.userId ?? '';
}

test('Amplify signs up, confirms by mail, signs in, refreshes with new groups, and signs out', async () => {
  const userId = await register('ada@example.org');
  const signedIn = await auth.signIn({ username: 'Ada@Example.org', password: PASSWORD });
  assert.equal(signedIn.nextStep.signInStep, 'DONE');
  assert.deepEqual(await auth.getCurrentUser().then(({ userId: id, username }) => ({ id, username })), {
    id: userId,
    username: userId,
  });
  assert.equal((await auth.fetchUserAttributes()).name, 'Ada Byrne');

  const user = { UserPoolId: POOL_ID, Username: userId };
  await server.sdk().send(new AdminAddUserToGroupCommand({ ...user, GroupName: 'Privacy' }));
  const before = (await auth.fetchAuthSession()).tokens;
  const session = await auth.fetchAuthSession({ forceRefresh: true });
  assert.deepEqual(before?.accessToken.payload['cognito:groups'], ['Patients']);
  assert.deepEqual(session.tokens?.accessToken.payload['cognito:groups'], ['Patients', 'Privacy']);
  assert.deepEqual(session.tokens?.idToken?.payload['cognito:groups'], ['Patients', 'Privacy']);
  assert.equal(session.tokens?.accessToken.payload['origin_jti'], before?.accessToken.payload['origin_jti']);

  await auth.updateUserAttributes({ userAttributes: { name: 'Ada Lovelace' } });
  assert.equal((await auth.fetchUserAttributes()).name, 'Ada Lovelace');
  await auth.signOut({ global: true });
  await assert.rejects(auth.getCurrentUser());
});

test('the production verifier accepts the access token and refuses the id token in its place', async () => {
  await register('verified@example.org');
  await auth.signIn({ username: 'verified@example.org', password: PASSWORD });
  const { tokens } = await auth.fetchAuthSession();
  const verifier = CognitoJwtVerifier.create({
    userPoolId: POOL_ID,
    clientId: CLIENT_ID,
    tokenUse: 'access',
  });
  verifier.cacheJwks((await (await fetch(server.jwksUrl)).json()) as Jwks);
  const claims = await verifier.verify(tokens?.accessToken.toString() ?? '');
  assert.equal(claims.iss, `https://cognito-idp.eu-west-2.amazonaws.com/${POOL_ID}`);
  assert.equal(claims.exp - claims.iat, 900);
  await assert.rejects(verifier.verify(tokens?.idToken?.toString() ?? ''), /Token use not allowed/);
  await auth.signOut();
});

test('a forgotten password is reset by a mailed code, and the old one stops working', async () => {
  const username = 'forgot@example.org';
  await register(username);
  const step = await auth.resetPassword({ username });
  assert.equal(step.nextStep.codeDeliveryDetails.destination, 'f***@e***');
  const confirmationCode = server.lastCode(username);
  const reset = (newPassword: string) =>
    auth.confirmResetPassword({ username, confirmationCode, newPassword });
  await assert.rejects(reset('short1'), { name: 'InvalidPasswordException' });
  await reset('another horse 8');
  await assert.rejects(reset('another horse 9'), { name: 'ExpiredCodeException' });
  await assert.rejects(auth.signIn({ username, password: PASSWORD }), { name: 'NotAuthorizedException' });
  assert.equal((await auth.signIn({ username, password: 'another horse 8' })).isSignedIn, true);
  await auth.updatePassword({ oldPassword: 'another horse 8', newPassword: PASSWORD });
  await auth.signOut();
  assert.equal((await auth.signIn({ username, password: PASSWORD })).isSignedIn, true);
  await auth.signOut();
});

test('an invited user signs in with the mailed password and chooses their own', async () => {
  const username = 'dr.shah@example.org';
  await server.sdk().send(
    new AdminCreateUserCommand({
      UserPoolId: POOL_ID,
      Username: username,
      UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
    }),
  );
  const password = /Temporary password: (\S+)/.exec(server.mails.at(-1)?.text ?? '')?.[1] ?? '';
  const first = await auth.signIn({ username, password });
  assert.equal(first.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
  await assert.rejects(auth.confirmSignIn({ challengeResponse: 'tooshort' }), {
    name: 'InvalidPasswordException',
  });
  assert.equal((await auth.confirmSignIn({ challengeResponse: PASSWORD })).isSignedIn, true);
  await auth.signOut();
  await assert.rejects(auth.signIn({ username, password }), { name: 'NotAuthorizedException' });
});

test('an unconfirmed user is told so only after the right password, and can ask for another code', async () => {
  const username = 'late@example.org';
  await auth.signUp({ username, password: PASSWORD });
  await assert.rejects(auth.signIn({ username, password: 'wrong horse 77' }), {
    name: 'NotAuthorizedException',
  });
  const { nextStep } = await auth.signIn({ username, password: PASSWORD });
  assert.equal(nextStep.signInStep, 'CONFIRM_SIGN_UP');
  const first = server.lastCode(username);
  await auth.resendSignUpCode({ username });
  const second = server.lastCode(username);
  if (first !== second) {
    await assert.rejects(auth.confirmSignUp({ username, confirmationCode: first }), {
      name: 'CodeMismatchException',
    });
  }
  await auth.confirmSignUp({ username, confirmationCode: second });
  assert.equal((await auth.signIn({ username, password: PASSWORD })).isSignedIn, true);
  await auth.signOut();
});

test('a second factor is set up, asked for, and no code is good twice', async () => {
  const username = 'totp@example.org';
  await register(username);
  await auth.signIn({ username, password: PASSWORD });
  const { sharedSecret } = await auth.setUpTOTP();
  const code = () => totpCode(sharedSecret, Math.floor((Date.now() + server.clock.ahead) / 30_000));
  await assert.rejects(auth.verifyTOTPSetup({ code: '000000' }), { name: 'EnableSoftwareTokenMFAException' });
  const used = code();
  await auth.verifyTOTPSetup({ code: used });
  await auth.updateMFAPreference({ totp: 'PREFERRED' });
  assert.deepEqual(await auth.fetchMFAPreference(), { enabled: ['TOTP'], preferred: 'TOTP' });
  await auth.signOut();

  const { nextStep } = await auth.signIn({ username, password: PASSWORD });
  assert.equal(nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_TOTP_CODE');
  await assert.rejects(auth.confirmSignIn({ challengeResponse: used }), { name: 'ExpiredCodeException' });
  server.clock.ahead += 60_000;
  await assert.rejects(auth.confirmSignIn({ challengeResponse: 'x' }), { name: 'CodeMismatchException' });
  assert.equal((await auth.confirmSignIn({ challengeResponse: code() })).isSignedIn, true);
  await auth.signOut();
});

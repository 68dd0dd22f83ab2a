import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { seedUsers } from './seed.ts';
import { CLIENT_ID, POOL_ID, type PoolServer, startPoolServer } from './testing/pool-server.ts';
import { signIn } from './testing/srp-client.ts';

const PASSWORD = 'correct horse 7';
const INVITED = 'dr.shah@example.org';
const SEEDED = {
  sub: '6d0c7d8e-8b0f-4b57-9c7b-3a52a1f0c001',
  email: 'seeded@example.org',
  password: PASSWORD,
  groups: ['Receptionists', 'Admins'] as const,
};
let server: PoolServer;
let client: sdk.CognitoIdentityProviderClient;

before(async () => {
  server = await startPoolServer();
  client = server.sdk();
  seedUsers({ dataDir: server.dataDir, userPoolId: POOL_ID }, [SEEDED]);
});
beforeEach(() => {
  server.clock.ahead = 0;
});
after(() => server.close());

const seeded = { UserPoolId: POOL_ID, Username: SEEDED.email };
const invited = { UserPoolId: POOL_ID, Username: INVITED };

test('seeding again adds nobody and changes nothing', async () => {
  const pool = { dataDir: server.dataDir, userPoolId: POOL_ID };
  assert.equal(seedUsers(pool, [{ ...SEEDED, password: 'another horse 8' }]), 0);
  const { AuthenticationResult } = await signIn(client, SEEDED.sub, PASSWORD);
  assert.ok(AuthenticationResult);
});

test('groups are added, listed and removed', async () => {
  const groups = async () =>
    (await client.send(new sdk.AdminListGroupsForUserCommand(seeded))).Groups?.map(
      (group) => group.GroupName,
    );
  assert.deepEqual(await groups(), ['Admins', 'Receptionists']);
  await client.send(new sdk.AdminAddUserToGroupCommand({ ...seeded, GroupName: 'Privacy' }));
  await client.send(new sdk.AdminAddUserToGroupCommand({ ...seeded, GroupName: 'Privacy' }));
  await client.send(new sdk.AdminRemoveUserFromGroupCommand({ ...seeded, GroupName: 'Admins' }));
  assert.deepEqual(await groups(), ['Privacy', 'Receptionists']);
  await assert.rejects(client.send(new sdk.AdminAddUserToGroupCommand({ ...seeded, GroupName: 'Wizards' })), {
    name: 'ResourceNotFoundException',
  });
  await assert.rejects(client.send(new sdk.AdminGetUserCommand({ ...seeded, Username: 'x@example.org' })), {
    name: 'UserNotFoundException',
  });
  await assert.rejects(
    client.send(new sdk.AdminGetUserCommand({ ...seeded, UserPoolId: 'eu-west-2_Other' })),
    {
      name: 'ResourceNotFoundException',
    },
  );
});

test('an invitation is good for seven days and can be sent again', async () => {
  const invite = (more: Partial<sdk.AdminCreateUserCommandInput> = {}) =>
    client.send(new sdk.AdminCreateUserCommand({ ...invited, ...more }));
  const mailed = () => /Temporary password: (\S+)/.exec(server.mails.at(-1)?.text ?? '')?.[1] ?? '';
  const { User } = await invite();
  assert.equal(User?.UserStatus, 'FORCE_CHANGE_PASSWORD');
  assert.ok(Math.abs((User?.UserCreateDate?.getTime() ?? 0) - Date.now()) < 10_000);
  const first = mailed();
  await assert.rejects(invite(), { name: 'UsernameExistsException' });
  await invite({ MessageAction: 'RESEND' });
  await assert.rejects(signIn(client, INVITED, first), { name: 'NotAuthorizedException' });
  assert.equal((await signIn(client, INVITED, mailed())).ChallengeName, 'NEW_PASSWORD_REQUIRED');
  server.clock.ahead += 7 * 86_400_000;
  await assert.rejects(signIn(client, INVITED, mailed()), { message: /Temporary password has expired/ });
});

test('a password set by an administrator replaces the old one', async () => {
  await client.send(new sdk.AdminSetUserPasswordCommand({ ...invited, Password: PASSWORD, Permanent: true }));
  assert.ok((await signIn(client, INVITED, PASSWORD)).AuthenticationResult);
  await assert.rejects(
    client.send(new sdk.AdminSetUserPasswordCommand({ ...invited, Password: 'nodigits here' })),
    {
      name: 'InvalidPasswordException',
    },
  );
});

test('a disabled user can neither sign in nor refresh, until enabled', async () => {
  const { AuthenticationResult } = await signIn(client, SEEDED.email, PASSWORD);
  const refresh = () =>
    client.send(
      new sdk.InitiateAuthCommand({
        ClientId: CLIENT_ID,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '' },
      }),
    );
  assert.equal((await refresh()).AuthenticationResult?.RefreshToken, undefined);
  await client.send(new sdk.AdminDisableUserCommand(seeded));
  await assert.rejects(refresh(), { name: 'NotAuthorizedException' });
  await assert.rejects(signIn(client, SEEDED.email, PASSWORD), { message: 'User is disabled.' });
  await client.send(new sdk.AdminEnableUserCommand(seeded));
  assert.ok((await signIn(client, SEEDED.email, PASSWORD)).AuthenticationResult);
});

test('signing out everywhere ends every session, revoking ends one', async () => {
  const [one, two] = await Promise.all([
    signIn(client, SEEDED.email, PASSWORD),
    signIn(client, SEEDED.email, PASSWORD),
  ]);
  const refresh = (from: typeof one) =>
    client.send(
      new sdk.GetTokensFromRefreshTokenCommand({
        ClientId: CLIENT_ID,
        RefreshToken: from.AuthenticationResult?.RefreshToken ?? '',
      }),
    );
  const Token = one.AuthenticationResult?.RefreshToken ?? '';
  await client.send(new sdk.RevokeTokenCommand({ ClientId: CLIENT_ID, Token }));
  await assert.rejects(refresh(one), { message: 'Refresh Token has been revoked' });
  assert.ok((await refresh(two)).AuthenticationResult?.AccessToken);
  const AccessToken = two.AuthenticationResult?.AccessToken ?? '';
  await client.send(new sdk.GlobalSignOutCommand({ AccessToken }));
  await assert.rejects(refresh(two), { name: 'NotAuthorizedException' });
  await assert.rejects(client.send(new sdk.GetUserCommand({ AccessToken })), {
    message: 'Access Token has been revoked',
  });
});

test('signing up refuses what the pool does not take', async () => {
  const signUp = (more: Partial<sdk.SignUpCommandInput>) =>
    client.send(
      new sdk.SignUpCommand({
        ClientId: CLIENT_ID,
        Username: 'new@example.org',
        Password: PASSWORD,
        ...more,
      }),
    );
  const attribute = (Name: string, Value = 'x') => ({ UserAttributes: [{ Name, Value }] });
  await assert.rejects(signUp({ Username: 'new' }), { name: 'InvalidParameterException' });
  await assert.rejects(signUp({ Username: SEEDED.email.toUpperCase() }), { name: 'UsernameExistsException' });
  await assert.rejects(signUp({ Password: 'Sh0rt' }), { name: 'InvalidPasswordException' });
  await assert.rejects(signUp({ Password: 'no digits at all' }), { name: 'InvalidPasswordException' });
  await assert.rejects(signUp({ Password: '1234567890' }), { name: 'InvalidPasswordException' });
  await assert.rejects(signUp(attribute('email', 'other@example.org')), {
    name: 'InvalidParameterException',
  });
  await assert.rejects(signUp(attribute('email_verified', 'true')), { name: 'NotAuthorizedException' });
  await assert.rejects(signUp(attribute('custom:role', 'Admins')), { name: 'InvalidParameterException' });
  await assert.rejects(signUp(attribute('cognito:groups', 'Admins')), { name: 'InvalidParameterException' });
  for (const wrong of [
    attribute('name', '\u200b'),
    attribute('name', 'La\u202eura'),
    attribute('birthdate', '2023-02-29'),
    attribute('birthdate', '2999-01-01'),
    attribute('birthdate', ''),
    { Username: '"zoe smith"@example.org' },
    { Username: 'zoë@example.org' },
    { Username: 'zoe@example.org\u0000' },
  ]) {
    await assert.rejects(signUp(wrong), { name: 'InvalidParameterException' }, JSON.stringify(wrong));
  }
});

test('an address in another script is one account, however its domain is written', async () => {
  const Username = 'Zoe@exämple.org';
  const command = (name: string) =>
    new sdk.SignUpCommand({ ClientId: CLIENT_ID, Username: name, Password: PASSWORD });
  const { UserSub } = await client.send(command(Username));
  await assert.rejects(client.send(command('zoe@xn--exmple-cua.org')), { name: 'UsernameExistsException' });
  const { UserAttributes = [] } = await client.send(
    new sdk.AdminGetUserCommand({ UserPoolId: POOL_ID, Username }),
  );
  const stored = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
  assert.deepEqual([stored['sub'], stored['email']], [UserSub, 'zoe@xn--exmple-cua.org']);
});

test('mails of a kind are limited to five an hour', async () => {
  const send = () =>
    client.send(new sdk.ForgotPasswordCommand({ ClientId: CLIENT_ID, Username: SEEDED.email }));
  for (let i = 0; i < 5; i += 1) await send();
  await assert.rejects(send(), { name: 'LimitExceededException' });
  server.clock.ahead += 3_600_000;
  await send();
});

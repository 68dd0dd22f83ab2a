import * as account from './actions/account.ts';
import * as admin from './actions/admin.ts';
import * as forgotten from './actions/forgotten-password.ts';
import * as secondFactor from './actions/second-factor.ts';
import * as signIn from './actions/sign-in.ts';
import * as signUp from './actions/sign-up.ts';
import type { Input } from './fields.ts';
import type { Pool } from './pool.ts';

/** One call of the API: what it replies becomes the JSON body. @throws CognitoError */
export type Action = (pool: Pool, input: Input) => object | Promise<object>;

/** Open to everybody; each checks the code, password or token that it needs. */
export const PUBLIC_ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['SignUp', signUp.signUp],
  ['ConfirmSignUp', signUp.confirmSignUp],
  ['ResendConfirmationCode', signUp.resendConfirmationCode],
  ['InitiateAuth', signIn.initiateAuth],
  ['RespondToAuthChallenge', signIn.respondToAuthChallenge],
  ['GetTokensFromRefreshToken', signIn.getTokensFromRefreshToken],
  ['ForgotPassword', forgotten.forgotPassword],
  ['ConfirmForgotPassword', forgotten.confirmForgotPassword],
  ['GetUser', account.getUser],
  ['UpdateUserAttributes', account.updateUserAttributes],
  ['ChangePassword', account.changePassword],
  ['GlobalSignOut', account.globalSignOut],
  ['RevokeToken', account.revokeToken],
  ['AssociateSoftwareToken', secondFactor.associateSoftwareToken],
  ['VerifySoftwareToken', secondFactor.verifySoftwareToken],
  ['SetUserMFAPreference', secondFactor.setUserMfaPreference],
]);

/** Only with the signature of the stack's access key. */
export const ADMIN_ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['AdminCreateUser', admin.adminCreateUser],
  ['AdminGetUser', admin.adminGetUser],
  ['AdminSetUserPassword', admin.adminSetUserPassword],
  ['AdminDisableUser', admin.adminDisableUser],
  ['AdminEnableUser', admin.adminEnableUser],
  ['AdminAddUserToGroup', admin.adminAddUserToGroup],
  ['AdminRemoveUserFromGroup', admin.adminRemoveUserFromGroup],
  ['AdminListGroupsForUser', admin.adminListGroupsForUser],
]);

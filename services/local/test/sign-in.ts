import { Amplify } from 'aws-amplify';
import { signIn as begin, fetchAuthSession, signOut } from 'aws-amplify/auth';
import type { StackFile } from './local-stack.ts';

/** Signs in at the stack's user pool as a portal does, with SRP, and returns the access token. One at a time. */
export async function signIn(stack: StackFile, email: string, password: string): Promise<string> {
  const { COGNITO_USER_POOL_ID, COGNITO_CLIENT_IDS } = stack.identity;
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: COGNITO_USER_POOL_ID ?? '',
        userPoolClientId: COGNITO_CLIENT_IDS ?? '',
        userPoolEndpoint: `${stack.url}/cognito`,
        loginWith: { email: true },
      },
    },
  });
  await begin({ username: email, password });
  const token = (await fetchAuthSession()).tokens?.accessToken.toString();
  await signOut();
  if (token === undefined) throw new Error(`${email} could not sign in`);
  return token;
}

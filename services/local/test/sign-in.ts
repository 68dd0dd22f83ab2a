import type { Capacity } from '@healthbooker/runtime/context';
import { Amplify } from 'aws-amplify';
import { signIn as begin, fetchAuthSession } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import '../cognito/quiet-amplify.ts';
import type { StackFile } from './local-stack.ts';

/**
 * Signs in at the stack's user pool as the portal of `capacity` does, with SRP, and returns the access token. One at a
 * time. `url` is what `/cognito` is below.
 */
export async function signIn(
  stack: Pick<StackFile, 'identity' | 'url'>,
  email: string,
  password: string,
  capacity: Capacity,
): Promise<string> {
  const { COGNITO_USER_POOL_ID, COGNITO_PATIENTS_CLIENT_ID, COGNITO_CLINIC_CLIENT_ID } = stack.identity;
  const clientId = capacity === 'patient' ? COGNITO_PATIENTS_CLIENT_ID : COGNITO_CLINIC_CLIENT_ID;
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: COGNITO_USER_POOL_ID ?? '',
        userPoolClientId: clientId ?? '',
        userPoolEndpoint: `${stack.url}/cognito`,
        loginWith: { email: true },
      },
    },
  });
  // A browser of one's own: signing out between two people would revoke the first one's token.
  const kept = new Map<string, string>();
  cognitoUserPoolsTokenProvider.setKeyValueStorage({
    setItem: async (key, value) => void kept.set(key, value),
    getItem: async (key) => kept.get(key) ?? null,
    removeItem: async (key) => void kept.delete(key),
    clear: async () => kept.clear(),
  });
  await begin({ username: email, password });
  const token = (await fetchAuthSession()).tokens?.accessToken.toString();
  if (token === undefined) throw new Error(`${email} could not sign in`);
  return token;
}

import {
  AdminAddUserToGroupCommand,
  AdminListGroupsForUserCommand,
  CognitoIdentityProviderServiceException,
  GetUserCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { createCognito } from './aws.ts';
import { type Group, groups } from './context.ts';
import { ServiceError } from './errors.ts';

/** What the user pool knows of a person; empty strings for what it does not. */
export type Account = {
  username: string;
  /** Empty until a code has confirmed it. */
  email: string;
  name: string;
  /** YYYY-MM-DD. */
  birthDate: string;
  phone: string;
};

export type Accounts = {
  /** The account of an access token. `unauthenticated` when the pool no longer honours it, `unavailable` when down. */
  describe(accessToken: string, signal: AbortSignal): Promise<Account>;
  /** The groups that a user is in now; their token may be older. */
  groupsOf(username: string, signal: AbortSignal): Promise<Group[]>;
  /** Adds a user to a group; the next token shows it. Doing it twice changes nothing. */
  addToGroup(username: string, group: Group, signal: AbortSignal): Promise<void>;
  close(): void;
};

export type AccountsConfig = {
  AWS_REGION: string;
  COGNITO_USER_POOL_ID: string;
  COGNITO_ENDPOINT?: string | undefined;
};

/** Asks the user pool on a person's behalf. */
export function createAccounts(config: AccountsConfig): Accounts {
  const cognito = createCognito(config);
  return {
    describe: async (accessToken, abortSignal) => {
      const user = await ask(cognito.send(new GetUserCommand({ AccessToken: accessToken }), { abortSignal }));
      const attributes = new Map(user.UserAttributes?.map(({ Name, Value }) => [Name, Value ?? '']));
      return {
        username: user.Username ?? '',
        email: attributes.get('email_verified') === 'true' ? (attributes.get('email') ?? '') : '',
        name: attributes.get('name') ?? '',
        birthDate: attributes.get('birthdate') ?? '',
        phone: attributes.get('phone_number') ?? '',
      };
    },
    groupsOf: async (username, abortSignal) => {
      const command = new AdminListGroupsForUserCommand({
        UserPoolId: config.COGNITO_USER_POOL_ID,
        Username: username,
      });
      const { Groups } = await ask(cognito.send(command, { abortSignal }));
      const names = new Set(Groups?.map(({ GroupName }) => GroupName));
      return groups.filter((group) => names.has(group));
    },
    addToGroup: async (username, group, abortSignal) => {
      const command = new AdminAddUserToGroupCommand({
        UserPoolId: config.COGNITO_USER_POOL_ID,
        Username: username,
        GroupName: group,
      });
      await ask(cognito.send(command, { abortSignal }));
    },
    close: () => cognito.destroy(),
  };
}

async function ask<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof CognitoIdentityProviderServiceException) {
      if (cause.name === 'NotAuthorizedException' || cause.name === 'UserNotFoundException') {
        throw new ServiceError('unauthenticated', 'Please sign in again.', { cause });
      }
      if (cause.$fault === 'client' && cause.name !== 'TooManyRequestsException') {
        throw new ServiceError('internal', 'the user pool refused', { cause });
      }
    }
    throw new ServiceError('unavailable', 'Signing in is not possible right now.', {
      retryAfterMs: 2000,
      cause,
    });
  }
}

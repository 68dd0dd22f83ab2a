import { isAllowed, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Standing } from '@healthbooker/runtime/live-route';
import type { Peers } from './peers.ts';

/** The time for both questions to the user pool together. */
const patience_ms = 1800;

/**
 * Asks the user pool whether an account still exists and has its groups. While the pool cannot be asked, the account
 * counts as good: its token is accepted for every other request too, and if all streams ended, all pages would
 * reconnect at the same moment.
 */
export function standingOf({ accounts }: Pick<Peers, 'accounts'>): Standing {
  return async (context, callers) => {
    const person = personOf(context);
    const signal = AbortSignal.timeout(patience_ms);
    try {
      const { username } = await accounts.describe(context.token ?? '', signal);
      const now = await accounts.groupsOf(username, signal);
      const groups = person.groups.filter((group) => now.includes(group));
      if (!isAllowed(callers, { ...person, groups })) {
        throw new ServiceError('forbidden', 'Your account has no access to this.');
      }
    } catch (err) {
      if (!(err instanceof ServiceError && err.kind === 'unavailable')) throw err;
      context.log.debug({ err }, 'the user pool cannot be asked about an account');
    }
  };
}

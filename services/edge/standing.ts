import { isAllowed, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Standing } from '@healthbooker/runtime/live-route';
import type { Peers } from './peers.ts';

/** For both questions to the user pool together. */
const patience_ms = 1800;

/**
 * What the user pool says of an account at present. While the pool cannot be asked, the account counts as standing: its
 * token is accepted for every other request too, and if all streams ended, all pages would come back at once.
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

import { useQuery } from '@tanstack/react-query';
import { useActing } from '../acting/acting.ts';
import { proxiesQuery } from '../acting/queries.ts';
import { referralsQuery } from '../api.ts';
import { type Answers, type Asked, firstOpenStep, type Step } from './answers.ts';
import { useDraft } from './draft.ts';

/**
 * Which questions there are to ask of this person; undefined until it is known. What cannot be read is not asked
 * about: booking works without.
 */
export function useAsked(): Asked | undefined {
  const acting = useActing();
  const proxies = useQuery(proxiesQuery);
  const referrals = useQuery(referralsQuery);
  if (proxies.isPending || referrals.isPending) return undefined;
  return {
    whom: acting !== undefined || (proxies.data?.actsFor.length ?? 0) > 0,
    order: (referrals.data?.referrals.length ?? 0) > 0,
    help: acting === undefined,
  };
}

/** The answers so far. Whoever acts for somebody already books for them, until they say otherwise. */
export function useAnswers(): Answers {
  const acting = useActing();
  const { answers } = useDraft();
  return answers.whom === undefined && acting ? { ...answers, whom: acting.personId } : answers;
}

/** The question that has to be answered before times can be looked for; `pending` until that is known. */
export function useOpenStep(): Step | 'pending' | undefined {
  const asked = useAsked();
  const { answers } = useDraft();
  return asked === undefined ? 'pending' : firstOpenStep({ whom: 'myself', ...answers }, asked);
}

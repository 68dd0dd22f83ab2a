import { ServiceError } from './errors.ts';
import type { Logger } from './log.ts';
import type { TraceContext } from './trace.ts';

/** The Cognito groups that carry a role. */
export const groups = ['Patients', 'Providers', 'Receptionists', 'Privacy', 'Admins', 'Managers'] as const;
export type Group = (typeof groups)[number];

/**
 * Whether a person acts as a patient or as staff in one call. The app client of their token says it, never a header
 * or a body.
 */
export const capacities = ['patient', 'staff'] as const;
export type Capacity = (typeof capacities)[number];

/** Somebody who signed in. */
export type Person = {
  readonly kind: 'person';
  /** The Cognito sub. */
  readonly personId: string;
  readonly capacity: Capacity;
  /** Only the groups that count in this capacity: for a patient `Patients` or none, for staff all others. */
  readonly groups: readonly Group[];
};

/** The caller, from the verified token. */
export type Caller = Person | { readonly kind: 'workload'; readonly service: string };

/** A group of people, or one service of the catalogue acting for nobody. */
export type AllowedCaller = Group | `workload:${string}`;

/** The metadata that holds a service's own token beside the token of the person in whose name it calls. */
export const workloadMetadata = 'x-workload-authorization';

/** What every handler gets besides its request. */
export type CallContext = {
  readonly caller: Caller;
  /** The caller's own token, unchanged, to forward to the next service. */
  readonly token?: string;
  /**
   * The service that called in the person's name and vouches for what it looked up, by its own verified token beside the
   * person's. Undefined when it presented none.
   */
  readonly workload?: string;
  /** Epoch milliseconds at which the caller stops waiting. */
  readonly deadline: number;
  readonly trace: TraceContext;
  readonly log: Logger;
  /** Aborted when the caller goes away or the deadline passes. */
  readonly signal: AbortSignal;
};

/** What a client call needs to know of the work it is part of. */
export type OutgoingContext = {
  /** The token to present, or a function that finds it at the moment of the call. */
  readonly token: string | (() => Promise<string>);
  /** Our own token beside a person's, for data that the callee accepts only from us. */
  readonly workloadToken?: (() => Promise<string>) | undefined;
  /** Epoch milliseconds at which we stop waiting. */
  readonly deadline: number;
  readonly trace: TraceContext;
  /** Whether doing it twice has the same result as doing it once. Only then is the call retried. */
  readonly idempotent?: boolean;
  readonly signal?: AbortSignal;
};

/** Whether one of `allowed` describes this caller. */
export function isAllowed(allowed: readonly AllowedCaller[], caller: Caller): boolean {
  if (caller.kind === 'workload') return allowed.includes(`workload:${caller.service}`);
  return caller.groups.some((group) => allowed.includes(group));
}

/** Whether the caller is a person of this group, acting in the capacity in which the group counts. */
export function isInGroup(caller: Caller, group: Group): boolean {
  return caller.kind === 'person' && caller.groups.includes(group);
}

/** The person who calls; `forbidden` for a workload. */
export function personOf(context: CallContext): Person {
  if (context.caller.kind === 'person') return context.caller;
  throw new ServiceError('forbidden', 'Only a person may do this.');
}

/** Refuses staff who act about themselves: at work nobody treats, books for or reviews themselves. */
export function refuseForOneself({ caller }: Pick<CallContext, 'caller'>, personId: string): void {
  if (caller.kind !== 'person' || caller.capacity !== 'staff' || caller.personId !== personId) return;
  throw new ServiceError(
    'forbidden',
    'This is about yourself, and nobody acts as staff for themselves. Please use the patients’ portal.',
  );
}

/**
 * A call to the next service with the caller's own token.
 * @param options.workloadToken our own token beside the caller's, where the callee accepts data that we looked up.
 * The token of the service that called us is never passed on.
 */
export function forward(
  context: CallContext,
  options: { idempotent?: boolean; workloadToken?: () => Promise<string> } = {},
): OutgoingContext {
  const { token, deadline, trace, signal } = context;
  const { idempotent = false, workloadToken } = options;
  if (token === undefined) throw new ServiceError('internal', 'there is no token to forward');
  return { token, workloadToken, deadline, trace, signal, idempotent };
}

/**
 * An idempotent call with the caller's token. Others wait for the same answer, so it may take up to `ms` even when
 * this caller goes away or has less time left.
 */
export function forwardForAll(context: CallContext, ms: number): OutgoingContext {
  const { token, trace } = forward(context);
  return { token, deadline: Date.now() + ms, trace, idempotent: true };
}

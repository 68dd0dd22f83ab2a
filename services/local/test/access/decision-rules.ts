import type { RpcRule } from './rpc-rules.ts';
import { only } from './rules.ts';

const anyAdmin = only({ admin: 'ok' });

/** Why things were decided as they were. */
export const decisionRpcs: Record<string, RpcRule> = {
  GetDecision: {
    people: only({ owner: 'ok', other: 'not-found', proxy: 'ok', admin: 'ok' }),
    request: ({ appointmentId }) => ({ appointmentId, version: 0 }),
  },
  ListDecisions: { people: anyAdmin, request: () => ({}) },
  ReplayDecision: {
    people: anyAdmin,
    request: ({ appointmentId }) => ({ appointmentId, version: 0 }),
  },
};

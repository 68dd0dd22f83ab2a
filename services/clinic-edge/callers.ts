import type { Group } from '@healthbooker/runtime/context';

/** Everybody who works at the clinic, with or without access to charts. */
export const staff = [
  'Providers',
  'Receptionists',
  'Privacy',
  'Admins',
  'Managers',
] as const satisfies readonly Group[];

/** Those whose pages change while they are open. */
export const withLiveUpdates = [
  'Providers',
  'Receptionists',
  'Privacy',
  'Admins',
] as const satisfies readonly Group[];

/** Those who work with visits and when they take place. */
export const office = ['Providers', 'Receptionists', 'Admins'] as const satisfies readonly Group[];

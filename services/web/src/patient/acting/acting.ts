import { useSyncExternalStore } from 'react';

/** Somebody whom the signed-in person acts for at the moment. */
export type Actee = { personId: string; name: string; scope: 'bookings' | 'record' };

const storageKey = 'hb.patient.acting';

let current: Actee | undefined = read();
const listeners = new Set<() => void>();

function read(): Actee | undefined {
  const stored = sessionStorage.getItem(storageKey);
  if (stored === null) return undefined;
  try {
    const { personId, name, scope = 'bookings' } = JSON.parse(stored) as Partial<Actee>;
    return personId === undefined || name === undefined ? undefined : { personId, name, scope };
  } catch {
    // Written by another version of the portal: they choose again.
    return undefined;
  }
}

/** Acts for somebody from now on in this tab; undefined: for oneself. */
export function actFor(actee: Actee | undefined): void {
  current = actee;
  if (actee === undefined) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, JSON.stringify(actee));
  for (const listener of listeners) listener();
}

/** Whom this tab acts for; undefined for oneself. */
export function useActing(): Actee | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/** What a request says about whom it is for; nothing for oneself. The services check it. */
export function whom(): { patientId?: string } {
  return current === undefined ? {} : { patientId: current.personId };
}

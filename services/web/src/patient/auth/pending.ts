/** The account that waits for its code. In memory only: a password is never stored. */
type Pending = { email: string; password?: string };

const storageKey = 'hb.patient.confirm';
let password: string | undefined;

export function setPending(pending: Pending): void {
  password = pending.password;
  sessionStorage.setItem(storageKey, pending.email);
}

export function takePending(): Pending | undefined {
  const email = sessionStorage.getItem(storageKey);
  if (email === null) return undefined;
  return password === undefined ? { email } : { email, password };
}

export function clearPending(): void {
  password = undefined;
  sessionStorage.removeItem(storageKey);
}

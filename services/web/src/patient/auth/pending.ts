/** The account that waits for its code. In memory only: neither a password nor where somebody lives is stored. */
type Pending = { email: string; password?: string; postcode?: string };

const storageKey = 'hb.patient.confirm';
let password: string | undefined;
let postcode: string | undefined;

export function setPending(pending: Pending): void {
  password = pending.password;
  postcode = pending.postcode;
  sessionStorage.setItem(storageKey, pending.email);
}

export function takePending(): Pending | undefined {
  const email = sessionStorage.getItem(storageKey);
  if (email === null) return undefined;
  return {
    email,
    ...(password === undefined ? {} : { password }),
    ...(postcode === undefined ? {} : { postcode }),
  };
}

export function clearPending(): void {
  password = undefined;
  postcode = undefined;
  sessionStorage.removeItem(storageKey);
}

import { createHash } from 'node:crypto';
import { accessToken, vouched, workloadToken } from '@healthbooker/local/test/tokens';
import type { OutgoingContext } from '@healthbooker/runtime/context';
import { newTrace } from '@healthbooker/runtime/trace';

/** Somebody who calls the services, under the same id in every run. */
export type Person = {
  id: string;
  as(): Promise<OutgoingContext>;
  /** As {@link as}, through the clinic's edge, which vouches for what it looked up. */
  atClinic(): Promise<OutgoingContext>;
  /** As {@link as}, through the patients' edge. */
  atPortal(): Promise<OutgoingContext>;
};

/** A busy machine may take this long; nobody waits. */
const patience_ms = 20_000;
const renewed_after_ms = 1_800_000;

export function person(name: string, group: string, id = idOf(name)): Person {
  let token = '';
  let made_ms = Number.NEGATIVE_INFINITY;
  const as = async () => {
    if (performance.now() - made_ms > renewed_after_ms) {
      token = await accessToken({ sub: id, groups: [group] });
      made_ms = performance.now();
    }
    return { token, deadline: Date.now() + patience_ms, trace: newTrace() };
  };
  return {
    id,
    as,
    atClinic: async () => ({
      ...(await as()),
      workloadToken: () => workloadToken('clinic-edge', 'scheduler'),
    }),
    atPortal: async () => vouched(await as()),
  };
}

/** The same UUID for the same name. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

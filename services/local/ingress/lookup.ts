import { type LookupAddress, promises } from 'node:dns';
import type { LookupFunction } from 'node:net';

type Known = { addresses: LookupAddress[]; until: number };

/**
 * Looks a name up when it is first needed, and again in the background when the answer is 30 s old. While no name
 * server answers, the old address is used: a Service keeps its address, and name servers may be in a zone that has
 * just been lost.
 */
export function createLookup(
  find = (host: string) => promises.lookup(host, { all: true }),
  fresh_ms = 30_000,
): LookupFunction {
  const known = new Map<string, Known>();

  async function ask(host: string): Promise<LookupAddress[]> {
    const addresses = await find(host);
    known.set(host, { addresses, until: performance.now() + fresh_ms });
    return addresses;
  }

  async function addressesOf(host: string): Promise<LookupAddress[]> {
    const old = known.get(host);
    if (old === undefined) return ask(host);
    if (performance.now() >= old.until) {
      old.until = performance.now() + fresh_ms;
      ask(host).catch((err: Error) => console.error(`the address of before stays: ${err.message}`));
    }
    return old.addresses;
  }

  return (host, options, done) => {
    const answer = (addresses: LookupAddress[]) => {
      const [first] = addresses;
      if (options.all === true) done(null, addresses);
      else done(null, first?.address ?? '', first?.family);
    };
    addressesOf(host).then(answer, (err: NodeJS.ErrnoException) => done(err, ''));
  };
}

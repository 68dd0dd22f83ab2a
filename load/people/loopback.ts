/** Whether an address names this machine itself. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}

const [first, last] = [2, 201];
/**
 * Addresses of this machine that requests to itself may come from. The system limits requests by address, so one
 * machine with many people would only measure that limit. A request to another machine cannot choose its address.
 */
export const loopbackAddresses = Array.from(
  { length: last - first + 1 },
  (_, index) => `127.0.0.${first + index}`,
);
/** The same, as k6 takes them. */
export const loopbackRange = `127.0.0.${first}-127.0.0.${last}`;

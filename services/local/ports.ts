import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createConnection, createServer, type Server } from 'node:net';

/** Every process of the stack listens here and nowhere else. */
export const loopback = '127.0.0.1';

/**
 * Below the ports of outgoing connections (from 32768 on Linux, 49152 elsewhere): a free port of those may be used by
 * some client a moment later.
 */
const [first_port, last_port] = [20_000, 32_767];
const block_size = 100;

/** The ports that this process gives out; it listens on the first of them so that no other process does. */
let block: { guard: Server; next: number; end: number } | undefined;

/** Finds `count` different TCP ports that are free on loopback now and that no other process is about to take. */
export async function freePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  while (found.length < count) {
    if (block === undefined || block.next === block.end) block = await claimBlock();
    const port = block.next++;
    if (await isFree(port)) found.push(port);
  }
  return found;
}

async function claimBlock(): Promise<{ guard: Server; next: number; end: number }> {
  for (;;) {
    const start = first_port + randomInt(Math.floor((last_port - first_port) / block_size)) * block_size;
    const guard = await listenAt(start);
    if (guard === undefined) continue;
    guard.unref();
    return { guard, next: start + 1, end: start + block_size };
  }
}

async function listenAt(port: number): Promise<Server | undefined> {
  const server = createServer();
  const bound = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, loopback, () => resolve(true));
  });
  return bound ? server : undefined;
}

async function isFree(port: number): Promise<boolean> {
  const server = await listenAt(port);
  if (server === undefined) return false;
  await new Promise((done) => server.close(done));
  return true;
}

/** One free port. */
export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  if (port === undefined) throw new Error('No free TCP port');
  return port;
}

/** Whether something accepts connections at this port. */
export async function accepts(port: number): Promise<boolean> {
  const socket = createConnection({ host: loopback, port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Whether an HTTP GET is answered with a 2xx status within a second. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

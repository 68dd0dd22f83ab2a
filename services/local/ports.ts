import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createConnection, createServer } from 'node:net';

/** Every process of the stack listens here and nowhere else. */
export const loopback = '127.0.0.1';

/**
 * Below what systems give to outgoing connections (from 32768 on Linux, 49152 elsewhere): a port found free there
 * could be some client's a moment later.
 */
const [first_port, last_port] = [20_000, 32_767];

/** Finds `count` different TCP ports that are free on loopback now. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(first_port, last_port + 1);
    if (await isFree(port)) found.add(port);
  }
  return [...found];
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const bound = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, loopback, () => resolve(true));
  });
  if (bound) await new Promise((done) => server.close(done));
  return bound;
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

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type Cut = {
  /** The address to use instead. */
  url: string;
  /** Ends every connection and refuses new ones, as if the store were stopped. */
  cut(): void;
  /** Ends every connection; new ones are accepted and never answered, as if the store's machine were frozen. */
  hang(): void;
  mend(): void;
  close(): Promise<void>;
};

/** A proxy between a service and a store that other tests use too: one test can cut its own connection. */
export async function cuttable(target: string): Promise<Cut> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let state: 'whole' | 'cut' | 'hung' = 'whole';
  const server = createServer((near) => {
    if (state === 'cut') {
      near.resetAndDestroy();
      return;
    }
    if (state === 'hung') {
      sockets.add(near);
      near.on('error', () => near.destroy()).on('close', () => sockets.delete(near));
      return;
    }
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('there is no port');
  const endAll = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut() {
      state = 'cut';
      endAll();
    },
    hang() {
      state = 'hung';
      endAll();
    },
    mend() {
      state = 'whole';
      endAll();
    },
    async close() {
      endAll();
      server.close();
      await once(server, 'close');
    },
  };
}

import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export type Sent = { status: number; body: string };

/** A client with kept-alive connections, cheap enough not to be what is measured. */
export function createLoad(connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });

  function send(
    url: string,
    options: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ) {
    return new Promise<Sent>((resolve, reject) => {
      const { method = 'GET', headers = {}, body } = options;
      const outgoing = request(url, { method, headers, agent }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        response.on('error', reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  return {
    send,
    /** Runs `count` pieces of work, as many at once as there are connections; returns the seconds it took. */
    async run(count: number, work: (index: number) => Promise<unknown>): Promise<number> {
      let next = 0;
      const began = performance.now();
      await Promise.all(
        Array.from({ length: connections }, async () => {
          while (next < count) await work(next++);
        }),
      );
      return (performance.now() - began) / 1000;
    },
    close: () => agent.destroy(),
  };
}

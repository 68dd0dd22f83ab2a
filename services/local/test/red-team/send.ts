import { Agent, request } from 'node:http';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RawService } from '../access/raw-call.ts';
import type { TestSystem } from '../system.ts';
import type { Made } from './arguments.ts';
import type { Operation } from './operations.ts';

/** HTTP status, or that which stands for the kind of an RPC's error, and all that was said. */
export type Answer = { status: number; text: string; body: unknown };

/** How long one listens to a stream that never ends. */
const listen_ms = 40;
const patience_ms = 15_000;
const statuses: Readonly<Record<string, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  internal: 500,
  unavailable: 503,
  deadline: 504,
};

export type Sender = {
  send(operation: Operation, made: Made, token: string | undefined): Promise<Answer>;
  close(): void;
};

/** Sends over connections that are kept. */
export function openSender(
  system: TestSystem,
  rpc: Readonly<Record<'scheduler' | 'appointment' | 'ehr' | 'notification', RawService>>,
): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  function http(operation: Operation, made: Made, token: string | undefined): Promise<Answer> {
    const text = made.body === undefined ? undefined : JSON.stringify(made.body);
    return new Promise((resolve, reject) => {
      const sent = request(
        `${system.services[operation.at].url}${made.path}`,
        {
          agent,
          method: operation.method,
          timeout: patience_ms,
          headers: {
            ...made.headers,
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            ...(text !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            }),
          },
        },
        (response) => {
          let answer = '';
          const status = response.statusCode ?? 0;
          const isStream = response.headers['content-type']?.startsWith('text/event-stream') ?? false;
          const done = () => resolve({ status, text: answer, body: parsed(answer) });
          response.setEncoding('utf8').on('data', (part: string) => {
            answer += part;
          });
          response.on('end', done);
          if (!isStream) {
            response.on('error', reject);
            return;
          }
          response.on('error', done);
          setTimeout(() => {
            response.destroy();
            done();
          }, listen_ms);
        },
      );
      sent.on('timeout', () => sent.destroy(new Error(`${operation.name} is not answered`)));
      sent.on('error', reject);
      sent.end(text);
    });
  }

  async function call({ at, method }: Operation, { body }: Made, token: string | undefined): Promise<Answer> {
    const service = rpc[at as keyof typeof rpc];
    try {
      const reply = await service.call(method, body as object, token);
      return { status: 200, text: JSON.stringify(reply), body: reply };
    } catch (err) {
      if (!(err instanceof ServiceError)) throw err;
      const said = { ...err, message: err.message };
      return { status: statuses[err.kind] ?? 409, text: JSON.stringify(said), body: said };
    }
  }

  return {
    send: (operation, made, token) => (operation.path === '' ? call : http)(operation, made, token),
    close: () => agent.destroy(),
  };
}

function parsed(text: string): unknown {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A calendar, or a stream.
    return undefined;
  }
}

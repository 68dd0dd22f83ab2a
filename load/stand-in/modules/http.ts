import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { current } from '../context.ts';
import { addSample } from '../samples.ts';

type Expected = (status: number) => boolean;
type Params = {
  headers?: Record<string, string>;
  tags?: Record<string, string>;
  timeout?: string;
  responseCallback?: Expected;
};
type Response = { status: number; body: string | null; error: string };

const inSetup = new HttpAgent({ keepAlive: true });
const overTls = new HttpsAgent({ keepAlive: true });
const success: Expected = (status) => status >= 200 && status < 400;

function expectedStatuses(...wanted: (number | { min: number; max: number })[]): Expected {
  return (status) =>
    wanted.some((each) =>
      typeof each === 'number' ? each === status : status >= each.min && status <= each.max,
    );
}

/** Never rejects: a request that got no answer has status 0, as in k6. */
async function asyncRequest(
  method: string,
  url: string,
  body: string | null = null,
  { headers = {}, tags = {}, timeout = '60s', responseCallback = success }: Params = {},
): Promise<Response> {
  const { response, duration_ms } = await send(method, url, body, headers, Number.parseFloat(timeout) * 1000);
  const isExpected = responseCallback(response.status);
  const all = { ...tags, method, status: String(response.status), expected_response: String(isExpected) };
  addSample('http_reqs', 1, all);
  addSample('http_req_duration', duration_ms, all);
  addSample('http_req_failed', isExpected ? 0 : 1, all);
  return response;
}

/** The duration is that of k6: from the connection being there to the last byte of the answer. */
function send(
  method: string,
  url: string,
  body: string | null,
  headers: Record<string, string>,
  timeout_ms: number,
): Promise<{ response: Response; duration_ms: number }> {
  return new Promise((resolve) => {
    let began = performance.now();
    const done = (status: number, text: string | null, error = '') =>
      resolve({ response: { status, body: text, error }, duration_ms: performance.now() - began });
    const isTls = url.startsWith('https:');
    const agent = isTls ? overTls : (current()?.agent ?? inSetup);
    const outgoing = (isTls ? requestHttps : requestHttp)(
      url,
      {
        method,
        agent,
        headers: { ...headers, ...(body !== null && { 'content-length': String(Buffer.byteLength(body)) }) },
        signal: AbortSignal.timeout(timeout_ms),
      },
      (response: IncomingMessage) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.once('end', () => done(response.statusCode ?? 0, text));
        response.once('error', (error) => done(0, null, error.message));
      },
    );
    outgoing.once('socket', (socket) => {
      if (socket.connecting)
        socket.once(isTls ? 'secureConnect' : 'connect', () => (began = performance.now()));
      else began = performance.now();
    });
    outgoing.once('error', (error) => done(0, null, error.message));
    outgoing.end(body ?? undefined);
  });
}

const http = { asyncRequest, expectedStatuses };
export default http;

import exec from 'k6/execution';
import http from 'k6/http';
import { Counter } from 'k6/metrics';
import { baseUrl } from './options.ts';

/** Each operation that is measured, by what its samples are tagged with as `op`. */
export const operations = [
  'directory',
  'timeline',
  'search',
  'proposal',
  'hold',
  'book',
  'read-back',
  'cancel',
  'record',
  'day',
  'chart',
];

/** Answers of a limit (429), whose requests measure nothing: they void the point. */
const refused = new Counter('hb_refused');
/** Answers to a token that had ended (401): the point is void too. */
const unauthorized = new Counter('hb_unauthorized');

export type Request = {
  op: string;
  method: 'GET' | 'POST';
  path: string;
  token: string;
  body?: object;
  /** Statuses that are answers; anything else has failed. */
  answers: readonly number[];
};

export type Reply = {
  status: number;
  /** Whether it is one of the answers that were expected. */
  isAnswer: boolean;
  /** The body of an answer; undefined otherwise. */
  json: unknown;
};

/** Sends one request of a person. Its samples carry the operation and whether this part of the run counts. */
export async function call(request: Request, phase: string): Promise<Reply> {
  const { op, method, path, token, body, answers } = request;
  const tags = { op, phase, name: op };
  const response = await http.asyncRequest(
    method,
    `${baseUrl}${path}`,
    body === undefined ? null : JSON.stringify(body),
    {
      headers: {
        authorization: `Bearer ${token}`,
        ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': newKey() }),
      },
      tags,
      timeout: '30s',
      responseCallback: http.expectedStatuses(...answers),
    },
  );
  const { status } = response;
  if (status === 429) refused.add(1, tags);
  if (status === 401) unauthorized.add(1, tags);
  const isAnswer = answers.includes(status);
  return { status, isAnswer, json: isAnswer ? JSON.parse(String(response.body)) : undefined };
}

let keys = 0;

/** An idempotency key that nobody else makes: each virtual user counts for itself. */
function newKey(): string {
  keys += 1;
  const random = Math.random().toString(36).slice(2, 12);
  return `load-${Date.now().toString(36)}-${exec.vu.idInTest}-${keys}-${random}`;
}

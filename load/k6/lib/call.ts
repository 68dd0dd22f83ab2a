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

/** Answers of a rate limit (429). They measure nothing and make the point void. */
const refused = new Counter('hb_refused');
/** Answers to an expired token (401). They make the point void too. */
const unauthorized = new Counter('hb_unauthorized');

export type Request = {
  op: string;
  method: 'GET' | 'POST';
  path: string;
  token: string;
  body?: object;
  /** Statuses that count as answers; any other is a failure. */
  answers: readonly number[];
};

export type Reply = {
  status: number;
  /** Whether the status is one of the expected ones. */
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

/** A unique idempotency key: each virtual user counts by itself. */
function newKey(): string {
  keys += 1;
  const random = Math.random().toString(36).slice(2, 12);
  return `load-${Date.now().toString(36)}-${exec.vu.idInTest}-${keys}-${random}`;
}

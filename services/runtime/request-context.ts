import type { ServerResponse } from 'node:http';
import type { CallContext, Caller } from './context.ts';
import { ServiceError } from './errors.ts';
import type { Logger } from './log.ts';
import type { TraceContext } from './trace.ts';

/** What is known of a request before its route is chosen. */
export type RequestScope = { response: ServerResponse; trace: TraceContext; log: Logger; requestId: string };

/**
 * The context of one HTTP request. Logger and abort signal are made when first asked for, because most requests
 * need neither and making them costs as much as checking the token.
 */
export class RequestContext implements CallContext {
  readonly caller: Caller;
  readonly token?: string;
  readonly deadline: number;
  readonly trace: TraceContext;
  readonly #scope: RequestScope;
  #log: Logger | undefined;
  #abort: AbortController | undefined;

  constructor(scope: RequestScope, caller: Caller, token: string | undefined, deadline: number) {
    this.#scope = scope;
    this.caller = caller;
    if (token !== undefined) this.token = token;
    this.deadline = deadline;
    this.trace = scope.trace;
  }

  get log(): Logger {
    this.#log ??= requestLog(this.#scope);
    return this.#log;
  }

  get signal(): AbortSignal {
    if (!this.#abort) {
      const abort = new AbortController();
      const { response } = this.#scope;
      if (response.destroyed) abort.abort();
      else response.once('close', () => response.writableFinished || abort.abort());
      this.#abort = abort;
    }
    return this.#abort.signal;
  }

  /** Stops all work on this request. */
  abort(): void {
    this.#abort?.abort();
  }
}

/** A logger whose lines carry the ids of one request. */
export function requestLog(scope: Pick<RequestScope, 'log' | 'trace' | 'requestId'>): Logger {
  return scope.log.child({ traceId: scope.trace.traceId, requestId: scope.requestId });
}

/** Resolves as `work` does, or after `ms` rejects with `deadline` and calls `onLate`. */
export function withinDeadline<T>(work: Promise<T>, ms: number, onLate: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new ServiceError('deadline', 'The answer took too long.'));
      onLate();
    }, ms);
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (err: unknown) => {
        clearTimeout(timer);
        reject(err);
      },
    );
  });
}

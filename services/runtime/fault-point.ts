import type { Transaction } from './postgres.ts';

/** Called after each statement with the name of its file, or with 'commit'. */
export type StatementObserver = (statement: string, client: Transaction) => void;

let observer: StatementObserver | undefined;

/** Calls `watch` for each statement that runs, for tests; undefined stops it. One observer per process. */
export function observeStatements(watch: StatementObserver | undefined): void {
  observer = watch;
}

/** Called by `postgres.ts` after each statement. `name` may end in a hash of the text, which is left out. */
export function passStatement(name: string, client: Transaction): void {
  observer?.(name.replace(/-[0-9a-f]{8}$/, ''), client);
}

/**
 * Ends this process as a power cut would, right after a statement has run: `insert-event`, or `insert-event+commit`
 * after the transaction in which it ran has committed. For tests of recovery.
 */
export function armFaultPoint(point: string): void {
  const [statement, atCommit] = point.split('+');
  const passed = new WeakSet<Transaction>();
  observeStatements((name, client) => {
    if (name === statement) passed.add(client);
    const isThere = atCommit === undefined ? name === statement : name === 'commit' && passed.has(client);
    if (isThere) process.kill(process.pid, 'SIGKILL');
    if (name === 'commit') passed.delete(client);
  });
}

/** What k6 gives scripts besides its modules, and its types leave out. */
declare const console: { log(...values: unknown[]): void; error(...values: unknown[]): void };

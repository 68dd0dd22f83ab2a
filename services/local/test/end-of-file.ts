/**
 * Loaded into the process of each test file: what it reports goes out before it ends. A pipe whose reader is behind
 * would otherwise lose what waits in it when the process exits, and with it the last tests of the file.
 */
type Pipe = { setBlocking?(isBlocking: boolean): void };

(process.stdout as unknown as { _handle?: Pipe })._handle?.setBlocking?.(true);

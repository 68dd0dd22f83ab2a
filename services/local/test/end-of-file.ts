/**
 * Loaded into the process of each test file, so that its reports are sent before it ends. Otherwise, when the reader
 * of the pipe is slow, the reports of the last tests would be lost at exit.
 */
type Pipe = { setBlocking?(isBlocking: boolean): void };

(process.stdout as unknown as { _handle?: Pipe })._handle?.setBlocking?.(true);

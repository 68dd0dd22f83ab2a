/** Runs something that makes files, or starts a process that does, for every user of the machine to read and run. */
export function withPublicFiles<T>(make: () => T): T {
  const umask = process.umask(0o022);
  try {
    return make();
  } finally {
    process.umask(umask);
  }
}

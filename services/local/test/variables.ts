/** Reads a variable that the test runner sets. */
export function testVariable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run tests with "node services/local/test/run.ts <file>"`);
  return value;
}

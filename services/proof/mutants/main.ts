/**
 * Takes protections away, one at a time, and checks whether a test notices. Exits with 1 when one is not noticed.
 *
 *     npm run mutants [-- <name of a mutant, or a part of it>…]
 */
import { fileURLToPath } from 'node:url';
import { compileCache } from '@healthbooker/local/compile-cache';
import { startTestStack } from '@healthbooker/local/test/stack';
import { makeCopy } from './copy.ts';
import { judge, unsound } from './judge.ts';
import { mutants } from './list.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const asked = process.argv.slice(2);
const chosen = mutants.filter(({ name }) => asked.length === 0 || asked.some((part) => name.includes(part)));
if (chosen.length === 0) throw new Error(`no mutant is called ${asked.join(' or ')}`);

const copy = makeCopy(root);
let stack: Awaited<ReturnType<typeof startTestStack>> | undefined;
const stop = async () => {
  copy.remove();
  await stack?.stop();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stop().finally(() => process.exit(1)));
}

const survivors: string[] = [];
try {
  stack = await startTestStack();
  const env = { ...process.env, ...compileCache, ...stack.env };
  // File by file, so that tests that fail without any mutant are known first.
  for (const [file, group] of Map.groupBy(chosen, ({ caughtBy }) => caughtBy[0])) {
    const failing = await unsound(file, group, copy, env);
    for (const mutant of group) {
      const verdict = failing.get(mutant.caughtBy[1]) ?? (await judge(mutant, copy, env));
      console.log(`${verdict.isCaught ? 'caught  ' : 'SURVIVED'}  ${mutant.name}: ${verdict.words}`);
      if (!verdict.isCaught) survivors.push(mutant.name);
    }
  }
} finally {
  await stop();
}
const count = `${chosen.length - survivors.length} of ${chosen.length} caught`;
console.log(survivors.length === 0 ? count : `${count}; not: ${survivors.join(', ')}`);
process.exitCode = survivors.length === 0 ? 0 : 1;

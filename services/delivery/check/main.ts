/**
 * Checks everything that is meant for a cluster with the programs of tools.json, without a cluster or a network.
 *
 *     npm run k8s:check [-- part of a check's name…]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.ts';
import { checks } from './checks.ts';

const wanted = process.argv.slice(2);
const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const dir = mkdtempSync(join(tmpdir(), 'healthbooker-check-'));
let failed = 0;
try {
  for (const { name, run } of chosen) {
    const started = performance.now();
    try {
      run({
        dir,
        exec: (command, args, env = {}) =>
          execFileSync(command, args, {
            cwd: root,
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'pipe'],
            maxBuffer: 64 * 1024 * 1024,
            env: { ...process.env, ...env },
          }),
      });
      console.log(`ok      ${name} (${Math.round((performance.now() - started) / 1000)} s)`);
    } catch (err) {
      failed += 1;
      console.log(`FAILED  ${name}\n${said(err)}`);
    }
  }
} finally {
  for (const entry of readdirSync(dir)) rmSync(join(dir, entry), { recursive: true });
  rmSync(dir, { recursive: true });
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 || chosen.length === 0 ? 1 : 0);

/** What a program printed before it failed, or why it could not be run. */
function said(err: unknown): string {
  if (!(err instanceof Error)) return String(err);
  const printed = ['stdout', 'stderr'].map((stream) => String(Reflect.get(err, stream) ?? '').trim());
  return printed.some((text) => text !== '') ? printed.join('\n') : err.message;
}

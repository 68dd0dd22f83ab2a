/**
 * Builds k6 from the Go module proxy, at the pinned version, and keeps it for next time:
 *
 *     npm run load:k6
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtPath, findGenerator, pinned } from './k6.ts';

const { generator } = findGenerator('k6');
if (generator !== undefined) {
  console.log(`k6 ${generator.version} is here already: ${generator.command}`);
} else {
  mkdirSync(dirname(builtPath), { recursive: true });
  const folder = mkdtempSync(join(dirname(builtPath), 'build-'));
  const built = spawnSync('go', ['install', '-trimpath', `go.k6.io/k6/v2@${pinned}`], {
    env: { ...process.env, GOBIN: folder, GOFLAGS: '', GOWORK: 'off', CGO_ENABLED: '0' },
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  if (built.status === 0) renameSync(join(folder, 'k6'), builtPath);
  rmSync(folder, { recursive: true });
  if (built.status === 0) {
    console.log(`k6 ${pinned}: ${builtPath}`);
  } else {
    const reason = built.error?.message ?? built.stderr.trim().split('\n').at(-1) ?? '';
    console.error(
      `k6 ${pinned} could not be built (${reason.trim()}); npm run load goes on with its stand-in.`,
    );
    process.exitCode = 1;
  }
}

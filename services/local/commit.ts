import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The commit that the repository of this file is at; undefined where it was unpacked without its history. */
export function checkedOutCommit(): string | undefined {
  try {
    const text = execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return text.trim();
  } catch {
    return undefined;
  }
}

/**
 * Installs Schemathesis at an exact version, once per machine, from PyPI; about half a minute. Python 3 is needed.
 *
 *     node services/local/fuzz/install.ts
 */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const version = '4.32.5';

/** The folder where CI keeps what it installs, beside the programs that check manifests. */
const tools = process.env['HB_TOOLS'] ?? join(homedir(), '.cache', 'healthbooker-tools');

/** The path of Schemathesis, which is installed when it is not there yet. */
export function schemathesis(): string {
  const home = join(tools, `schemathesis-${version}`);
  const program = join(home, 'bin', 'schemathesis');
  if (existsSync(program)) return program;
  rmSync(home, { recursive: true, force: true });
  try {
    execFileSync('python3', ['-m', 'venv', home]);
    execFileSync(join(home, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${version}`]);
  } catch (err) {
    rmSync(home, { recursive: true, force: true });
    throw new Error('Schemathesis could not be installed: Python 3 with venv and PyPI are needed', {
      cause: err,
    });
  }
  return program;
}

if (import.meta.main) console.log(schemathesis());

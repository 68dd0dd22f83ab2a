import { execFileSync } from 'node:child_process';

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();

/**
 * Opens a pull request with what changed below argocd/envs. Does nothing when nothing did. `GH_TOKEN` lets git and gh in.
 * @param branch is made anew each time: an older proposal on it is replaced
 */
export function openPullRequest({
  branch,
  title,
  body,
}: {
  branch: string;
  title: string;
  body: string;
}): void {
  if (git('status', '--porcelain', '--', 'argocd/envs') === '') {
    console.log('nothing to propose');
    return;
  }
  execFileSync('gh', ['auth', 'setup-git'], { stdio: 'inherit' });
  git('config', 'user.name', 'healthbooker-release');
  git('config', 'user.email', 'release@healthbooker.example');
  git('switch', '--force-create', branch);
  git('add', 'argocd/envs');
  git('commit', '--message', title);
  git('push', '--force', 'origin', branch);
  const open = execFileSync('gh', ['pr', 'list', '--head', branch, '--json', 'number'], { encoding: 'utf8' });
  if (open.trim() !== '[]') return;
  execFileSync('gh', ['pr', 'create', '--head', branch, '--title', title, '--body', body], {
    stdio: 'inherit',
  });
}

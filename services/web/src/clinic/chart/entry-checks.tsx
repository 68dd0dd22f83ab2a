import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { checkWords } from '../../shared/record/checks.ts';
import type { Entry } from '../api.ts';

/** What was asked before an entry was written: its warnings stand out, notes are small. */
export function EntryChecks({ checks }: { checks: Entry['checks'] | undefined }) {
  const { warnings, notes } = checkWords(checks);
  return (
    <>
      {warnings.map((words) => (
        <p key={words}>
          <WarningIcon className="outside" size={20} aria-label="Warning:" /> <bdi>{words}</bdi>
        </p>
      ))}
      {notes.map((words) => (
        <p key={words} className="small muted">
          <bdi>{words}</bdi>
        </p>
      ))}
    </>
  );
}

import { Link } from '@tanstack/react-router';
import { Notice } from '../../shared/controls/notice.tsx';
import { deviceZone, staffTime } from '../../shared/time/format.ts';
import type { DraftSummary } from '../api.ts';
import { forms } from './entry-form.ts';

/** What the clinician has typed in this chart and not signed, offered again. */
export function Drafts({ patientId, drafts }: { patientId: string; drafts: readonly DraftSummary[] }) {
  if (drafts.length === 0) return null;
  return (
    <Notice tone="info" title="You have not signed">
      <ul className="plain-list">
        {drafts.map(({ form, savedAt }) => (
          <li key={form}>
            <DraftLink patientId={patientId} form={form} />, saved {staffTime(savedAt, deviceZone())}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function DraftLink({ patientId: id, form }: { patientId: string; form: string }) {
  const [, about, entryId = ''] = /^(amend|answer)-(.+)$/.exec(form) ?? [];
  if (about === 'amend') {
    return (
      <Link to="/patients/$id/entries/$entryId/amend" params={{ id, entryId }}>
        An amendment
      </Link>
    );
  }
  if (about === 'answer') {
    return (
      <Link to="/patients/$id/corrections/$entryId" params={{ id, entryId }}>
        An answer to a correction
      </Link>
    );
  }
  const known = forms.find(({ value }) => value === form);
  return (
    <Link to="/patients/$id/add" params={{ id }} search={known ? { form: known.value } : {}}>
      {known?.label ?? 'An entry'}
    </Link>
  );
}

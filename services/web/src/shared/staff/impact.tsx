import type { components } from '../api/clinic.generated.d.ts';
import { Notice } from '../controls/notice.tsx';
import { count } from './count.ts';

type Impact = components['schemas']['Impact'];

/** What a new session would do, before it is saved: it adds times and hits no visit. */
export function ImpactPreview({ impact }: { impact: Impact }) {
  const words = timesWords(impact);
  return (
    <Notice title="What this changes" live>
      <p>{words === '' ? 'No times and no visits change.' : `${words} No booked visit changes.`}</p>
    </Notice>
  );
}

/** How many free times come and go with a change, in a sentence each; empty for none. */
export function timesWords(times: { slotsAdded: number; slotsRetired: number }): string {
  const { slotsAdded, slotsRetired } = times;
  return [
    slotsAdded > 0 ? `${count(slotsAdded, 'time is', 'times are')} added.` : '',
    slotsRetired > 0 ? `${count(slotsRetired, 'free time goes', 'free times go')}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

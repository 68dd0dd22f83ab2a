import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { useClinicPhone } from '../../shared/query/phone.ts';
import { deviceNote, visitTime } from '../../shared/time/format.ts';

/** What the notice says of a visit; `startAt` is RFC 3339. */
type Visit = {
  id: string;
  startAt: string;
  timeZone: string;
  providerName: string;
  locationName: string;
  /** Of the place, where it is known. */
  phone?: string | undefined;
};

/** The clinic cannot keep the time and has found no other: the patient chooses one, cancels, or waits for a call. */
export function NeedsNewTime({ id, startAt, timeZone, providerName, locationName, phone }: Visit) {
  const anyPhone = useClinicPhone();
  const note = deviceNote(startAt, timeZone);
  return (
    <Notice tone="warn" title="The clinic cannot keep this time">
      <p>
        Your visit on <strong>{visitTime(startAt, timeZone)}</strong>
        {note && <> ({note})</>}, with <bdi>{providerName}</bdi>, at <bdi>{locationName}</bdi>, cannot take
        place then. Please do not come.
      </p>
      <p>
        We will call you to agree on another time. You can also choose one yourself, or call{' '}
        <bdi className="nowrap">{phone || anyPhone}</bdi>.
      </p>
      <div className="row actions">
        <Link to="/appointments/$id/move" params={{ id }} className={buttonClass()}>
          Choose another time
        </Link>
        <Link to="/appointments/$id/cancel" params={{ id }} className={buttonClass('quiet')}>
          Cancel this visit
        </Link>
      </div>
    </Notice>
  );
}

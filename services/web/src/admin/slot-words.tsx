import { ArrowsLeftRightIcon } from '@phosphor-icons/react/dist/csr/ArrowsLeftRight';
import { useQuery } from '@tanstack/react-query';
import { Tag } from '../shared/controls/tag.tsx';
import { directoryQuery } from '../shared/staff/api.ts';
import { staffTime, zoneName } from '../shared/time/format.ts';
import type { Slot } from './api.ts';

/** A time as staff read it in a table: when by the clock of which city, with whom, where. */
export function SlotWords({ slot, isStrong = false }: { slot: Slot; isStrong?: boolean }) {
  const place = usePlace(slot.locationId);
  const time = staffTime(slot.startAt, slot.timeZone);
  return (
    <span>
      <span className="nowrap">{isStrong ? <strong>{time}</strong> : time}</span>{' '}
      <span className="nowrap muted">{zoneName(slot.timeZone)}</span>
      <span className="line muted">
        <bdi>{slot.providerName}</bdi>
      </span>
      <span className="line muted">
        <bdi>{place}</bdi>
      </span>
    </span>
  );
}

/** What differs between the time somebody had and the one they get, beside the day itself. */
export function Differences({ from, to }: { from: Slot; to: Slot }) {
  const found = [
    ...(from.providerId === to.providerId ? [] : ['Other clinician']),
    ...(from.locationId === to.locationId ? [] : ['Other place']),
    ...(from.timeZone === to.timeZone ? [] : ['Other time zone']),
  ];
  return found.map((words) => (
    <span key={words} className="line">
      <Tag tone="warn" icon={ArrowsLeftRightIcon}>
        {words}
      </Tag>
    </span>
  ));
}

/** What a place is called; its id until the directory is known. */
function usePlace(locationId: string): string {
  const directory = useQuery(directoryQuery).data;
  return directory?.locations.find(({ id }) => id === locationId)?.name ?? locationId;
}

import { useQuery } from '@tanstack/react-query';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { shortDate } from '../../shared/time/format.ts';
import { weekdays } from '../../shared/time/weekdays.ts';
import { type Directory, directoryQuery } from '../api.ts';
import type { WaitlistEntry } from './queries.ts';

const parts = {
  morning: 'mornings',
  afternoon: 'afternoons',
  evening: 'evenings',
} as const;

/** "Any place in London". */
function anyPlace(regionIds: readonly string[], directory: Directory | undefined): string {
  const names = directory?.regions.flatMap(({ id, name }) => (regionIds.includes(id) ? [name] : [])) ?? [];
  return names.length === 0 ? 'Any place' : `Any place in ${names.join(' or ')}`;
}

/** Everything that somebody waits for, in words. */
export function WhatSuits({ entry }: { entry: WaitlistEntry }) {
  const directory = useQuery(directoryQuery).data;
  const { wishes } = entry;
  const specialty = directory?.specialties.find(({ id }) => id === wishes.specialtyId);
  const provider = directory?.providers.find(({ id }) => id === wishes.providerId);
  const location = directory?.locations.find(({ id }) => id === wishes.locationId);
  const days = wishes.daysOfWeek.map((number) => weekdays[number - 1]);
  const times = wishes.timesOfDay.map((part) => parts[part]);
  return (
    <Facts>
      <Fact name="Clinic">
        <bdi>{specialty?.plainName || entry.specialtyName}</bdi>
      </Fact>
      <Fact name="Visit">
        <bdi>{entry.visitTypeName}</bdi>
      </Fact>
      <Fact name="With">
        <bdi>{wishes.providerId === null ? 'Anyone in this clinic' : (provider?.name ?? '')}</bdi>
      </Fact>
      <Fact name="Where">
        <bdi>
          {wishes.locationId === null ? anyPlace(wishes.regionIds, directory) : (location?.name ?? '')}
        </bdi>
      </Fact>
      <Fact name="Days">{days.length === 0 ? 'Any day' : days.join(', ')}</Fact>
      <Fact name="Times">{times.length === 0 ? 'Any time of the day' : times.join(', ')}</Fact>
      {wishes.earliestDate && <Fact name="Not before">{shortDate(wishes.earliestDate)}</Fact>}
      {wishes.latestDate && <Fact name="Not after">{shortDate(wishes.latestDate)}</Fact>}
      <Fact name="When a time fits">
        {entry.autoAccept ? 'Book it for me without asking' : 'Ask me first'}
      </Fact>
      {entry.reason && (
        <Fact name="About">
          <bdi>{entry.reason}</bdi>
        </Fact>
      )}
    </Facts>
  );
}

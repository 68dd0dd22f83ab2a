import { CheckboxGroup } from '../../../shared/controls/choice.tsx';
import { Select } from '../../../shared/controls/select.tsx';
import { weekdays } from '../../../shared/time/weekdays.ts';
import { areFarApart, placesOf } from '../places.ts';
import type { QuestionProps } from './question-props.ts';

const earliest = [
  { value: '0', label: 'As soon as possible' },
  { value: '1', label: 'In a week or later' },
  { value: '2', label: 'In two weeks or later' },
  { value: '4', label: 'In four weeks or later' },
] as const;

/** Wishes, all of them optional: they narrow the offer. */
export function WhenQuestion({ answers, change, directory }: QuestionProps) {
  const providers = directory.providers.filter(
    ({ specialtyIds, locationIds }) =>
      specialtyIds.includes(answers.specialtyId ?? '') &&
      (answers.locationId === '' || locationIds.includes(answers.locationId)),
  );
  const places = placesOf(directory, answers.specialtyId ?? '');
  const farApart = areFarApart(places);
  const regionName = (regionId: string) => directory.regions.find(({ id }) => id === regionId)?.name ?? '';
  return (
    <div className="stack-wide">
      <p className="muted">Leave open what does not matter to you: it makes an early time more likely.</p>
      <Select
        name="earliest"
        label="How soon?"
        value={`${answers.earliestWeeks}`}
        onChange={(value) =>
          change({ ...answers, earliestWeeks: value === '4' ? 4 : value === '2' ? 2 : value === '1' ? 1 : 0 })
        }
        options={earliest}
      />
      <CheckboxGroup
        name="days"
        legend="Days that suit"
        inline
        value={answers.daysOfWeek.map(String)}
        onChange={(chosen) => change({ ...answers, daysOfWeek: chosen.map(Number).sort((a, b) => a - b) })}
        options={weekdays.map((label, index) => ({ value: String(index + 1), label }))}
      />
      <CheckboxGroup
        name="times"
        legend="Times that suit"
        inline
        value={answers.timesOfDay}
        onChange={(timesOfDay) => change({ ...answers, timesOfDay })}
        options={[
          { value: 'morning', label: 'Morning', hint: 'until 12pm' },
          { value: 'afternoon', label: 'Afternoon', hint: '12pm to 5pm' },
          { value: 'evening', label: 'Evening', hint: 'from 5pm' },
        ]}
      />
      <Select
        name="location"
        label="Where?"
        value={answers.locationId}
        onChange={(locationId) => change({ ...answers, locationId, providerId: '' })}
        options={[
          { value: '', label: farApart ? 'Any place that I can reach' : 'Any place' },
          ...places.map(({ id, name, regionId }) => ({
            value: id,
            label: farApart ? `${name} (${regionName(regionId)})` : name,
          })),
        ]}
      />
      <Select
        name="provider"
        label="With whom?"
        value={answers.providerId}
        onChange={(providerId) => change({ ...answers, providerId })}
        options={[
          { value: '', label: 'Anyone in this clinic' },
          ...providers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  );
}

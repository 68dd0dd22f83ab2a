import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Checkbox } from '../../shared/controls/choice.tsx';
import { DateField } from '../../shared/controls/date-field.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { TextField } from '../../shared/controls/text-field.tsx';
import { directoryQuery } from '../../shared/staff/api.ts';
import { providerOptions } from '../../shared/staff/names.ts';
import { FirstStep, type FirstStepProps } from '../disruptions/wizard/first-step.tsx';
import { type LeaveDraft, missingIn } from './leave-draft.ts';

const fields = { providerId: 'provider', 'period.firstDate': 'first', 'period.lastDate': 'last' };

/** The first question: whose leave, and from when to when. */
export function DatesStep(
  props: FirstStepProps & {
    draft: LeaveDraft;
    set: (change: Partial<LeaveDraft>) => void;
    onCancel: () => void;
  },
) {
  const { draft, set, onCancel, ...first } = props;
  const directory = useQuery(directoryQuery);
  const [partOfDay, setPartOfDay] = useState(draft.from !== '' || draft.to !== '');

  return (
    <FirstStep
      {...first}
      missing={() => missingIn(draft)}
      fields={fields}
      cancel={
        <Link to="/leave" onClick={onCancel}>
          Cancel
        </Link>
      }
    >
      {(errors) => (
        <>
          <Select
            name="provider"
            label="Who is away"
            error={errors.of('provider')}
            value={draft.provider}
            onChange={(provider) => set({ provider })}
            options={[{ value: '', label: 'Choose' }, ...providerOptions(directory.data)]}
          />
          <div className="field-row">
            <DateField
              name="first"
              label="First date"
              error={errors.of('first')}
              value={draft.first}
              onChange={(first) => set({ first })}
            />
            <DateField
              name="last"
              label="Last date (if another)"
              error={errors.of('last')}
              value={draft.last}
              onChange={(last) => set({ last })}
            />
          </div>
          <Checkbox
            name="part"
            label="Away for a part of the first or last day"
            checked={partOfDay}
            onChange={(isPart) => {
              setPartOfDay(isPart);
              if (!isPart) set({ from: '', to: '' });
            }}
          />
          {partOfDay && (
            <div className="field-row">
              <TextField
                name="from"
                label="From, on the first date"
                size="time"
                error={errors.of('from')}
                value={draft.from}
                onChange={(from) => set({ from })}
              />
              <TextField
                name="to"
                label="Until, on the last date"
                size="time"
                error={errors.of('to')}
                value={draft.to}
                onChange={(to) => set({ to })}
              />
            </div>
          )}
          <TextField
            name="note"
            label="Note (optional)"
            hint="Only staff see it"
            maxLength={200}
            value={draft.note}
            onChange={(note) => set({ note })}
          />
        </>
      )}
    </FirstStep>
  );
}

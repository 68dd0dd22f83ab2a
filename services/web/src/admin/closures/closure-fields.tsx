import { useQuery } from '@tanstack/react-query';
import { DateField } from '../../shared/controls/date-field.tsx';
import type { FormErrors } from '../../shared/controls/form-errors.ts';
import { Select } from '../../shared/controls/select.tsx';
import { TextField } from '../../shared/controls/text-field.tsx';
import { directoryQuery } from '../../shared/staff/api.ts';
import { type ClosureDraft, everywhere } from './closure-draft.ts';

/** What is closed, when and why. */
export function ClosureFields(props: {
  draft: ClosureDraft;
  set: (change: Partial<ClosureDraft>) => void;
  errors: FormErrors;
}) {
  const { draft, set, errors } = props;
  const directory = useQuery(directoryQuery);
  return (
    <>
      <Select
        name="locationId"
        label="Where"
        error={errors.of('locationId')}
        value={draft.locationId}
        onChange={(locationId) => set({ locationId })}
        options={[
          { value: '', label: 'Choose' },
          ...(directory.data?.locations ?? []).map(({ id, name }) => ({ value: id, label: name })),
          { value: everywhere, label: 'The whole hospital: all places' },
        ]}
      />
      <div className="field-row">
        <DateField
          name="firstDate"
          label="First date"
          error={errors.of('firstDate')}
          value={draft.firstDate}
          onChange={(firstDate) => set({ firstDate })}
        />
        <DateField
          name="lastDate"
          label="Last date (if another)"
          error={errors.of('lastDate')}
          value={draft.lastDate}
          onChange={(lastDate) => set({ lastDate })}
        />
      </div>
      <TextField
        name="note"
        label="Why"
        hint="For staff, for example: public holiday"
        maxLength={200}
        error={errors.of('note')}
        value={draft.note}
        onChange={(note) => set({ note })}
      />
    </>
  );
}

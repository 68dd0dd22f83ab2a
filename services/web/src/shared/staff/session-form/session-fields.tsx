import { RadioGroup } from '../../controls/choice.tsx';
import { DateField } from '../../controls/date-field.tsx';
import type { FormErrors } from '../../controls/form-errors.ts';
import { Select } from '../../controls/select.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { zoneName } from '../../time/format.ts';
import { weekdays } from '../../time/weekdays.ts';
import type { Directory } from '../api.ts';
import { providerOptions } from '../names.ts';
import type { SessionDraft } from './session-draft.ts';

const nothing = { value: '', label: 'Choose' };

type Props = {
  draft: SessionDraft;
  onChange: (draft: SessionDraft) => void;
  errors: FormErrors;
  directory: Directory;
  /** Whose session it is cannot be chosen. */
  ownOnly?: boolean;
  /** How often it takes place cannot be chosen. */
  fixedRepeats?: boolean;
};

/** Who sees patients where, for what and when. */
export function SessionFields(props: Props) {
  const { draft, errors, directory } = props;
  const set = (change: Partial<SessionDraft>) => props.onChange({ ...draft, ...change });
  const provider = directory.providers.find(({ id }) => id === draft.providerId);
  const visitTypes = directory.visitTypes.filter(
    ({ specialtyId }) => provider?.specialtyIds.includes(specialtyId) ?? false,
  );
  return (
    <>
      {!props.ownOnly && (
        <Select
          name="providerId"
          label="Clinician"
          error={errors.of('providerId')}
          value={draft.providerId}
          onChange={(providerId) => set({ providerId, visitTypeId: '' })}
          options={[nothing, ...providerOptions(directory)]}
        />
      )}
      <Select
        name="locationId"
        label="Location"
        error={errors.of('locationId')}
        value={draft.locationId}
        onChange={(locationId) => set({ locationId })}
        options={[
          nothing,
          ...directory.locations.map(({ id, name, timeZone }) => ({
            value: id,
            label: `${name} (${zoneName(timeZone)})`,
          })),
        ]}
      />
      <Select
        name="visitTypeId"
        label="Kind of visit"
        hint={provider ? undefined : 'Choose the clinician first'}
        error={errors.of('visitTypeId')}
        value={draft.visitTypeId}
        onChange={(visitTypeId) => set({ visitTypeId })}
        options={[
          nothing,
          ...visitTypes.map(({ id, name, lengthMinutes, specialtyId }) => ({
            value: id,
            label: `${name}, ${lengthMinutes} minutes (${specialtyName(directory, specialtyId)})`,
          })),
        ]}
      />
      <RadioGroup
        name="mode"
        legend="How patient and clinician meet"
        inline
        value={draft.mode}
        onChange={(mode) => set({ mode })}
        options={[
          { value: 'in-person', label: 'In person' },
          { value: 'video', label: 'By video' },
          { value: 'phone', label: 'By phone' },
        ]}
      />
      <SessionTimes {...props} />
      <CarveOutFields {...props} />
    </>
  );
}

function SessionTimes({ draft, errors, onChange, fixedRepeats }: Props) {
  const set = (change: Partial<SessionDraft>) => onChange({ ...draft, ...change });
  const once = draft.repeats === 'once';
  return (
    <>
      {!fixedRepeats && (
        <RadioGroup
          name="repeats"
          legend="How often"
          inline
          value={draft.repeats}
          onChange={(repeats) => set({ repeats })}
          options={[
            { value: 'weekly', label: 'Every week' },
            { value: 'once', label: 'Once, an extra clinic' },
          ]}
        />
      )}
      <div className="field-row">
        {!once && (
          <Select
            name="weekday"
            label="Day"
            value={draft.weekday}
            onChange={(weekday) => set({ weekday })}
            options={weekdays.map((label, index) => ({ value: String(index + 1), label }))}
          />
        )}
        <DateField
          name="firstDate"
          label={once ? 'Date' : 'First date'}
          error={errors.of('firstDate')}
          value={draft.firstDate}
          onChange={(firstDate) => set({ firstDate })}
          weekday={once}
        />
        {!once && (
          <DateField
            name="lastDate"
            label="Last date (if there is one)"
            error={errors.of('lastDate')}
            value={draft.lastDate}
            onChange={(lastDate) => set({ lastDate })}
          />
        )}
      </div>
      <div className="field-row">
        <TextField
          name="starts"
          label="Begins"
          size="time"
          error={errors.of('starts')}
          value={draft.starts}
          onChange={(starts) => set({ starts })}
        />
        <TextField
          name="ends"
          label="Ends"
          size="time"
          error={errors.of('ends')}
          value={draft.ends}
          onChange={(ends) => set({ ends })}
        />
        <TextField
          name="seats"
          label="Patients at the same time"
          size="time"
          inputMode="numeric"
          error={errors.of('seats')}
          value={draft.seats}
          onChange={(seats) => set({ seats })}
        />
      </div>
      <p className="field-hint">
        On the clock of the location. A session that ends at or before its beginning ends on the next day.
      </p>
    </>
  );
}

function CarveOutFields({ draft, errors, onChange }: Props) {
  const set = (change: Partial<SessionDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <RadioGroup
        name="keeps"
        legend="Times kept for those who cannot wait"
        value={draft.keeps}
        onChange={(keeps) => set({ keeps })}
        options={[
          { value: 'none', label: 'Every time is for everybody' },
          { value: 'urgent', label: 'Keep some for urgent patients', hint: 'To be seen within 2 days' },
          { value: 'soon', label: 'Keep some for soon and urgent patients', hint: 'Within 14 days' },
        ]}
      />
      {draft.keeps !== 'none' && (
        <div className="field-row">
          <TextField
            name="percent"
            label="Share of the times, in percent"
            size="time"
            inputMode="numeric"
            error={errors.of('percent')}
            value={draft.percent}
            onChange={(percent) => set({ percent })}
          />
          <TextField
            name="releaseHours"
            label="For everybody from so many hours before"
            size="time"
            inputMode="decimal"
            error={errors.of('releaseHours')}
            value={draft.releaseHours}
            onChange={(releaseHours) => set({ releaseHours })}
          />
        </div>
      )}
    </>
  );
}

function specialtyName({ specialties }: Directory, id: string): string {
  return specialties.find((specialty) => specialty.id === id)?.name ?? id;
}

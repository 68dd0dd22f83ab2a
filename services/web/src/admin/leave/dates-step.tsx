import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../shared/controls/button.tsx';
import { Checkbox } from '../../shared/controls/choice.tsx';
import { DateField } from '../../shared/controls/date-field.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Select } from '../../shared/controls/select.tsx';
import { TextField } from '../../shared/controls/text-field.tsx';
import { directoryQuery } from '../../shared/staff/api.ts';
import { providerOptions } from '../../shared/staff/names.ts';
import { readTime } from '../../shared/staff/session-form/session-draft.ts';
import type { LeaveSearch } from './leave-search.ts';

/** The first question: whose leave, and from when to when. */
export function DatesStep(props: {
  search: LeaveSearch;
  note: string;
  onDone: (search: LeaveSearch, note: string) => void;
}) {
  const directory = useQuery(directoryQuery);
  const { search } = props;
  const [provider, setProvider] = useState(search.provider ?? '');
  const [first, setFirst] = useState(search.first ?? '');
  const [last, setLast] = useState(search.last ?? '');
  const [partOfDay, setPartOfDay] = useState(search.from !== undefined || search.to !== undefined);
  const [from, setFrom] = useState(search.from ?? '');
  const [to, setTo] = useState(search.to ?? '');
  const [note, setNote] = useState(props.note);
  const errors = useFormErrors();

  const submit = () => {
    const lastDate = last || first;
    const [fromTime, toTime] = partOfDay ? [readTime(from), readTime(to)] : [undefined, undefined];
    const missing = [
      ...(provider === '' ? [{ field: 'provider', message: 'Choose who is away' }] : []),
      ...(first === '' ? [{ field: 'first', message: 'Enter the first date' }] : []),
      ...(first !== '' && lastDate < first
        ? [{ field: 'last', message: 'The last date is before the first' }]
        : []),
      ...(partOfDay && from.trim() !== '' && fromTime === undefined
        ? [{ field: 'from', message: 'Enter a time like 12:00, or leave it empty' }]
        : []),
      ...(partOfDay && to.trim() !== '' && toTime === undefined
        ? [{ field: 'to', message: 'Enter a time like 17:00, or leave it empty' }]
        : []),
    ];
    if (!errors.check(missing)) return;
    const times = { ...(fromTime ? { from: fromTime } : {}), ...(toTime ? { to: toTime } : {}) };
    props.onDone({ provider, first, last: lastDate, ...times }, note.trim());
  };

  return (
    <Form wide onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <Select
        name="provider"
        label="Who is away"
        error={errors.of('provider')}
        value={provider}
        onChange={setProvider}
        options={[{ value: '', label: 'Choose' }, ...providerOptions(directory.data)]}
      />
      <div className="field-row">
        <DateField
          name="first"
          label="First date"
          error={errors.of('first')}
          value={first}
          onChange={setFirst}
        />
        <DateField
          name="last"
          label="Last date (if another)"
          error={errors.of('last')}
          value={last}
          onChange={setLast}
        />
      </div>
      <Checkbox
        name="part"
        label="Away for a part of the first or last day"
        checked={partOfDay}
        onChange={setPartOfDay}
      />
      {partOfDay && (
        <div className="field-row">
          <TextField
            name="from"
            label="From, on the first date"
            size="time"
            error={errors.of('from')}
            value={from}
            onChange={setFrom}
          />
          <TextField
            name="to"
            label="Until, on the last date"
            size="time"
            error={errors.of('to')}
            value={to}
            onChange={setTo}
          />
        </div>
      )}
      <TextField
        name="note"
        label="Note (optional)"
        hint="Only staff see it"
        maxLength={200}
        value={note}
        onChange={setNote}
      />
      <div className="row">
        <Button type="submit">Continue</Button>
        <Link to="/leave">Cancel</Link>
      </div>
    </Form>
  );
}

/** A memorable date as three numbers; nobody should page through a calendar to their birth. */
export type DateParts = { day: string; month: string; year: string };

const parts = [
  { key: 'day', label: 'Day', autoComplete: 'bday-day', length: 2 },
  { key: 'month', label: 'Month', autoComplete: 'bday-month', length: 2 },
  { key: 'year', label: 'Year', autoComplete: 'bday-year', length: 4 },
] as const;

export function DateFields(props: {
  /** The day's input has this id. */
  name: string;
  legend: string;
  hint?: string;
  error?: string | undefined;
  value: DateParts;
  onChange: (value: DateParts) => void;
}) {
  const hintId = `${props.name}-hint`;
  const errorId = `${props.name}-error`;
  const describedBy = [props.hint && hintId, props.error && errorId].filter(Boolean).join(' ');
  return (
    <fieldset className="field" {...(describedBy ? { 'aria-describedby': describedBy } : {})}>
      <legend className="choice-legend">{props.legend}</legend>
      {props.hint && (
        <p id={hintId} className="field-hint">
          {props.hint}
        </p>
      )}
      {props.error && (
        <p id={errorId} className="field-error">
          {props.error}
        </p>
      )}
      <div className="date-parts">
        {parts.map((part) => (
          <label key={part.key} className={`date-part date-part-${part.key}`}>
            {part.label}
            <input
              className="input numbers"
              id={part.key === 'day' ? props.name : `${props.name}-${part.key}`}
              inputMode="numeric"
              autoComplete={part.autoComplete}
              maxLength={part.length}
              value={props.value[part.key]}
              aria-invalid={props.error !== undefined}
              onChange={(event) => props.onChange({ ...props.value, [part.key]: event.target.value })}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

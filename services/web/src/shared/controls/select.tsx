import type { ReactNode } from 'react';

/** The platform's own list: it works at any zoom and on any phone. */
export function Select<Value extends string>(props: {
  name: string;
  label: string;
  hint?: ReactNode;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
}) {
  const hintId = `${props.name}-hint`;
  return (
    <div className="field">
      <label className="field-label" htmlFor={props.name}>
        {props.label}
      </label>
      {props.hint && (
        <span id={hintId} className="field-hint">
          {props.hint}
        </span>
      )}
      <select
        className="input"
        id={props.name}
        name={props.name}
        value={props.value}
        {...(props.hint ? { 'aria-describedby': hintId } : {})}
        onChange={(event) => {
          const chosen = props.options.find((option) => option.value === event.target.value);
          if (chosen) props.onChange(chosen.value);
        }}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

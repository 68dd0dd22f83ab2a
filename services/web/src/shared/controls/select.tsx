import type { ReactNode } from 'react';
import { isolated } from './isolated.ts';

/** The platform's own list: it works at any zoom and on any phone. */
export function Select<Value extends string>(props: {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
}) {
  const hintId = `${props.name}-hint`;
  const errorId = `${props.name}-error`;
  const notes = [props.hint && hintId, props.error && errorId].filter(Boolean).join(' ');
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
      {props.error && (
        <span id={errorId} className="field-error">
          {props.error}
        </span>
      )}
      <select
        className="input"
        id={props.name}
        name={props.name}
        value={props.value}
        aria-invalid={props.error !== undefined}
        {...(notes ? { 'aria-describedby': notes } : {})}
        onChange={(event) => {
          const chosen = props.options.find((option) => option.value === event.target.value);
          if (chosen) props.onChange(chosen.value);
        }}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {isolated(option.label)}
          </option>
        ))}
      </select>
    </div>
  );
}

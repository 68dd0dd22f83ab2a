import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank';
import { useEffect, useId, useRef, useState } from 'react';
import {
  dayOfDate,
  partialStaffDate,
  readPartialStaffDate,
  readStaffDate,
  staffDate,
} from '../time/format.ts';

/**
 * A date as staff write it, `03-Dec-2026`, whatever the browser's language; `3 dec 26`, `3/12/2026` and the like are
 * understood. The button opens the browser's own calendar.
 */
export function DateField(props: {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  /** YYYY-MM-DD, or empty. */
  value: string;
  /** Gets a date, or the empty string when the field was emptied or holds no date. */
  onChange: (date: string) => void;
  /** Says which day of the week it is. */
  weekday?: boolean;
  /** A month or a year alone is a date too (YYYY-MM, YYYY). What is none is given to `onChange` as it was typed. */
  partial?: boolean;
}) {
  const { value, partial = false } = props;
  const show = partial ? partialStaffDate : staffDate;
  const [text, setText] = useState(show(value));
  const [unread, setUnread] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (value !== '') {
      setText(show(value));
      setUnread(partial && readPartialStaffDate(value) === undefined);
    }
  }, [value, show, partial]);

  const read = () => {
    const date = partial ? readPartialStaffDate(text) : readStaffDate(text);
    setUnread(text.trim() !== '' && date === undefined);
    if (date !== undefined) setText(show(date));
    const chosen = date ?? (partial ? text.trim() : '');
    if (chosen !== value) props.onChange(chosen);
  };
  const example = partial ? 'a date like 03-Dec-2026, Dec-2026 or 2026' : 'a date like 03-Dec-2026';
  const error = unread ? `Enter ${example}` : props.error;
  const notes = [props.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');

  return (
    <div className="field">
      <label className="field-label" htmlFor={props.name}>
        {props.label}
      </label>
      {props.hint && (
        <span id={`${id}-hint`} className="field-hint">
          {props.hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      )}
      <div className="date-field">
        <input
          id={props.name}
          name={props.name}
          className="input numbers"
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-invalid={error !== undefined}
          {...(notes ? { 'aria-describedby': notes } : {})}
          onChange={(event) => setText(event.target.value)}
          onBlur={read}
          onKeyDown={(event) => {
            if (event.key === 'Enter') read();
          }}
        />
        <button
          type="button"
          className="button button-secondary date-field-open"
          aria-label={`Calendar for ${props.label}`}
          onClick={() => picker.current?.showPicker()}
        >
          <CalendarBlankIcon size={24} aria-hidden />
        </button>
        <input
          ref={picker}
          className="date-field-picker"
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={partial && value.length !== 10 ? '' : value}
          onChange={(event) => {
            if (event.target.value !== '') props.onChange(event.target.value);
          }}
        />
      </div>
      {props.weekday && value !== '' && <span className="field-hint">{dayOfDate(value)}</span>}
    </div>
  );
}

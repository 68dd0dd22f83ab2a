import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank';
import { useEffect, useId, useRef, useState } from 'react';
import { dayOfDate, readStaffDate, staffDate } from '../time/format.ts';

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
}) {
  const [text, setText] = useState(staffDate(props.value));
  const [unread, setUnread] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const id = useId();
  const { value } = props;
  useEffect(() => {
    if (value !== '') {
      setText(staffDate(value));
      setUnread(false);
    }
  }, [value]);

  const read = () => {
    const date = readStaffDate(text);
    setUnread(text.trim() !== '' && date === undefined);
    if (date !== undefined) setText(staffDate(date));
    if ((date ?? '') !== value) props.onChange(date ?? '');
  };
  const error = unread ? 'Enter a date like 03-Dec-2026' : props.error;
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
          value={value}
          onChange={(event) => {
            if (event.target.value !== '') props.onChange(event.target.value);
          }}
        />
      </div>
      {props.weekday && value !== '' && <span className="field-hint">{dayOfDate(value)}</span>}
    </div>
  );
}

import { useEffect, useRef } from 'react';
import type { FormErrors } from './form-errors.ts';

/** Takes the focus when a form was refused and links to each field that needs attention. */
export function ErrorSummary({ errors }: { errors: FormErrors }) {
  const box = useRef<HTMLDivElement>(null);
  const { attempt } = errors;
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (errors.list.length === 0) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">There is a problem</h2>
      <ul>
        {errors.list.map(({ field, message }) => (
          <li key={`${field ?? ''} ${message}`}>
            {field === undefined ? (
              <strong>{message}</strong>
            ) : (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
      {errors.quote && <p className="small muted">If you call us, quote {errors.quote}.</p>}
    </div>
  );
}

import type { FormEvent, ReactNode } from 'react';
import { Button } from './button.tsx';

/**
 * A form without the browser's own bubbles: the summary says what is wrong. While its submit button is pending nothing
 * is submitted, since Enter presses that button too.
 */
export function Form(props: { onSubmit: () => unknown; children: ReactNode; wide?: boolean }) {
  return (
    <form
      noValidate
      className={props.wide ? 'stack-wide form' : 'stack form'}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {props.children}
    </form>
  );
}

/** The button that submits a form. */
export function Submit(props: { pending: boolean; children: ReactNode }) {
  return (
    <p className="actions">
      <Button type="submit" pending={props.pending}>
        {props.children}
      </Button>
    </p>
  );
}

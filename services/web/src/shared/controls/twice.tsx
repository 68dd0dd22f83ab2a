import { useEffect, useRef, useState } from 'react';
import { Button, type ButtonVariant } from './button.tsx';

/**
 * A button that acts at the second press, so that one slip ends nothing. After the first press the focus is on the
 * button that goes back; after going back it is on the first button again.
 */
export function Twice(props: {
  /** The button at first, and the whole of its name where the words alone do not say whose it is. */
  words: string;
  label?: string;
  variant?: ButtonVariant;
  /** The button that acts, and the way back. */
  sure: string;
  keep: string;
  pending: boolean;
  onPress: () => void;
}) {
  const [asked, setAsked] = useState<boolean>();
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (asked !== undefined) box.current?.querySelector<HTMLElement>('button:last-child')?.focus();
  }, [asked]);
  return (
    <span ref={box} className="row">
      {asked ? (
        <>
          <Button variant="danger" pending={props.pending} onPress={props.onPress}>
            {props.sure}
          </Button>
          <Button variant="secondary" onPress={() => setAsked(false)}>
            {props.keep}
          </Button>
        </>
      ) : (
        <Button
          variant={props.variant ?? 'quiet'}
          {...(props.label === undefined ? {} : { label: props.label })}
          onPress={() => setAsked(true)}
        >
          {props.words}
        </Button>
      )}
    </span>
  );
}

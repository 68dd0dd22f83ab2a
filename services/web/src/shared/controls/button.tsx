import { type ReactNode, useEffect } from 'react';
import { useAnnounce } from './announcer.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';

/** The class of a link that looks like a button; a real button is `Button`. */
export function buttonClass(variant: ButtonVariant = 'primary'): string {
  return `button button-${variant}`;
}

export type ButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  type?: 'button' | 'submit';
  /** Shows `pendingText` and ignores presses, but stays focusable. */
  pending?: boolean;
  pendingText?: string;
  label?: string;
  className?: string;
  onPress?: () => void;
};

/**
 * A button of at least 44 px. While its action runs it keeps the focus, says so and ignores presses: a native
 * button, because React Aria's pending one leaves an image without a name behind when it goes.
 */
export function Button(props: ButtonProps) {
  const { variant = 'primary', type = 'button', pending = false, pendingText = 'One moment…' } = props;
  const announce = useAnnounce();
  useEffect(() => {
    if (pending) announce(pendingText);
  }, [pending, pendingText, announce]);
  return (
    <button
      type={type}
      className={`${buttonClass(variant)} ${props.className ?? ''}`}
      aria-label={pending ? undefined : props.label}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {pending ? pendingText : props.children}
    </button>
  );
}

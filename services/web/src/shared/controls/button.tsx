import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';

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
  autoFocus?: boolean;
  onPress?: () => void;
};

/** A button of at least 44 px that keeps the focus while its action runs. */
export function Button(props: ButtonProps) {
  const { variant = 'primary', type = 'button', pending = false, pendingText = 'One moment…' } = props;
  return (
    <AriaButton
      type={type}
      className={`${buttonClass(variant)} ${props.className ?? ''}`}
      isPending={pending}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(props.autoFocus ? { autoFocus: true } : {})}
      {...(props.onPress ? { onPress: props.onPress } : {})}
    >
      {pending ? pendingText : props.children}
    </AriaButton>
  );
}

import type { Icon } from '@phosphor-icons/react';
import type { ReactNode } from 'react';

/** A state as word, shape and colour. */
export function Tag(props: {
  tone: 'info' | 'ok' | 'warn' | 'danger' | 'quiet';
  icon: Icon;
  children: ReactNode;
}) {
  const { icon: Shape } = props;
  return (
    <span className={`status-tag status-tag-${props.tone}`}>
      <Shape size={20} aria-hidden />
      {props.children}
    </span>
  );
}

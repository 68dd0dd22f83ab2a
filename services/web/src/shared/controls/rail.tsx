import type { ReactNode } from 'react';

/** The vertical line with large tabular times that runs through tickets, day lists and the record. */
export function Rail(props: { label?: string; children: ReactNode }) {
  return (
    <ol className="rail" {...(props.label ? { 'aria-label': props.label } : {})}>
      {props.children}
    </ol>
  );
}

export function RailItem(props: {
  time: ReactNode;
  /** Small words under the time. */
  note?: ReactNode;
  look?: 'open' | 'full' | 'past';
  children: ReactNode;
}) {
  return (
    <li className={`rail-item rail-item-${props.look ?? 'open'}`}>
      <div className="rail-time">
        {props.time}
        {props.note && <small>{props.note}</small>}
      </div>
      <div className="rail-line" aria-hidden="true" />
      <div className="rail-body">{props.children}</div>
    </li>
  );
}

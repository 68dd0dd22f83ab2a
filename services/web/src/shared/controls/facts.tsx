import type { ReactNode } from 'react';

/** What is known about something: names and words side by side, below each other on phones; `wide` in two columns. */
export function Facts(props: { sheet?: boolean; wide?: boolean; children: ReactNode }) {
  const names = [props.sheet ? 'sheet' : '', props.wide ? 'facts-wide' : ''].filter(Boolean);
  return <dl className={names.join(' ')}>{props.children}</dl>;
}

export function Fact(props: {
  name: string;
  children: ReactNode;
  /** The link that changes it. */
  change?: ReactNode;
}) {
  return (
    <div className="summary-row">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
      {props.change && <dd>{props.change}</dd>}
    </div>
  );
}

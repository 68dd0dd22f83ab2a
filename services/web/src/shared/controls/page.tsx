import { type ReactNode, useEffect, useRef } from 'react';

/**
 * A page: its h1 takes the focus when the page opens, and the document gets the title.
 * `title` is neutral (no names, no clinical words); `heading` is what people read, by default the same.
 */
export function Page(props: {
  title: string;
  heading?: ReactNode;
  /** A line above the heading, e.g. "Step 2 of 6". */
  above?: ReactNode;
  /** What chooses what the page shows, in line with the heading where there is room. */
  tools?: ReactNode;
  /** Puts "Error:" in front of the title. */
  failed?: boolean;
  children?: ReactNode;
}) {
  const h1 = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    h1.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  const documentTitle = `${props.failed ? 'Error: ' : ''}${props.title} – HealthBooker`;
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          {props.above && <div className="page-above">{props.above}</div>}
          <h1 ref={h1} tabIndex={-1}>
            <bdi>{props.heading ?? props.title}</bdi>
          </h1>
        </div>
        {props.tools && <div className="day-tools no-print">{props.tools}</div>}
      </header>
      {props.children}
    </div>
  );
}

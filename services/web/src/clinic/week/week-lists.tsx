import type { Directory } from '../../shared/staff/api.ts';
import { dayOfDate } from '../../shared/time/format.ts';
import type { ArrangedWeek } from './arrange-week.ts';
import { CellContent } from './cell-content.tsx';

/** The week day by day, for narrow screens. */
export function WeekLists(props: {
  arranged: ArrangedWeek;
  timeZone: string;
  directory: Directory | undefined;
}) {
  const { arranged, timeZone, directory } = props;
  return arranged.days.map(({ date, closures, isLeave }) => {
    const cells = arranged.starts.flatMap((time) => arranged.cell(date, time) ?? []);
    return (
      <section key={date} className="stack" aria-labelledby={`day-${date}`}>
        <h2 id={`day-${date}`}>{dayOfDate(date, { year: false })}</h2>
        {isLeave && <p className="week-away">Leave</p>}
        {closures.map(({ id, note }) => (
          <p key={id} className="week-away">
            Closed: <bdi>{note}</bdi>
          </p>
        ))}
        {cells.length === 0 ? (
          <p className="muted">No times on this day.</p>
        ) : (
          <dl className="sheet week-list">
            {cells.map((cell) => (
              <div key={cell.starts} className={`week-list-row week-cell-${cell.state}`}>
                <dt>
                  {cell.starts}–{cell.ends}
                </dt>
                <dd>
                  <CellContent cell={cell} timeZone={timeZone} />
                  <span className="line muted">
                    <bdi>{directory?.visitTypes.find(({ id }) => id === cell.visitTypeId)?.name}</bdi>
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
    );
  });
}

import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Directory } from '../../shared/staff/api.ts';
import { dayOfDate, staffDate, today } from '../../shared/time/format.ts';
import { weekdays } from '../../shared/time/weekdays.ts';
import type { ArrangedWeek, WeekDay } from './arrange-week.ts';
import { CellContent } from './cell-content.tsx';
import { spoken } from './cell-words.ts';

/** Screen readers treat a native table whose cells take the focus as a grid. */
const grid = { role: 'grid' } as const;

type Place = { row: number; column: number };

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** The week as a grid of real times. Tab comes to it once; arrow keys move, and every cell says what it is. */
export function WeekGrid(props: {
  arranged: ArrangedWeek;
  timeZone: string;
  directory: Directory | undefined;
  providerId: string;
}) {
  const { arranged, timeZone, directory } = props;
  const { days, starts } = arranged;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Place>(() => firstPlace(arranged, today(timeZone)));

  const move = (event: KeyboardEvent) => {
    const next = nextPlace(event, at, { rows: starts.length, columns: days.length });
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus();
  };

  return (
    <div className="sheet table-sheet">
      <table ref={table} {...grid} className="week-grid" aria-label="Times of the week">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Time</span>
            </th>
            {days.map((day, index) => (
              <DayHead key={day.date} day={day} weekday={weekdays[index] ?? ''} {...props} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={move}>
          {starts.map((time, row) => (
            <tr key={time}>
              <th scope="row" className="week-time">
                {time}
              </th>
              {days.map(({ date }, column) => {
                const cell = arranged.cell(date, time);
                const isAt = at.row === row && at.column === column;
                return (
                  <td
                    key={date}
                    data-place={`${row} ${column}`}
                    className={
                      cell
                        ? `week-cell week-cell-${cell.keptFor && cell.state === 'free' ? 'kept' : cell.state}`
                        : 'week-none'
                    }
                    tabIndex={isAt ? 0 : -1}
                    aria-label={spoken(date, time, cell, { timeZone, directory })}
                    onFocus={() => setAt({ row, column })}
                  >
                    {cell && <CellContent cell={cell} timeZone={timeZone} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DayHead(props: {
  day: WeekDay;
  weekday: string;
  providerId: string;
  directory: Directory | undefined;
}) {
  const { day, directory } = props;
  return (
    <th scope="col">
      <Link to="/" search={{ date: day.date, provider: props.providerId }} className="week-day">
        {dayOfDate(day.date).slice(0, 3)} {staffDate(day.date).slice(0, 6)}
        <span className="visually-hidden">, day list</span>
      </Link>
      {day.sessions.map(({ id, starts, ends, locationId }) => (
        <span key={id} className="line muted small">
          {starts}–{ends}{' '}
          <bdi>{directory?.locations.find((location) => location.id === locationId)?.name ?? ''}</bdi>
        </span>
      ))}
      {day.isLeave && <span className="line week-away">Leave</span>}
      {day.closures.map(({ id, note }) => (
        <span key={id} className="line week-away">
          Closed: <bdi>{note}</bdi>
        </span>
      ))}
    </th>
  );
}

/** Where Tab comes to first: the first time of today or later, else the first of all. */
function firstPlace({ days, starts, cell }: ArrangedWeek, now: string): Place {
  const columns = days.map(({ date }, column) => ({ date, column }));
  const order = [...columns.filter(({ date }) => date >= now), ...columns];
  for (const { date, column } of order) {
    const row = starts.findIndex((time) => cell(date, time) !== undefined);
    if (row >= 0) return { row, column };
  }
  return { row: 0, column: 0 };
}

function nextPlace(
  { key, ctrlKey }: KeyboardEvent,
  at: Place,
  size: { rows: number; columns: number },
): Place | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  if (key === 'Home') return { row: ctrlKey ? 0 : at.row, column: 0 };
  if (key === 'End') return { row: ctrlKey ? last.row : at.row, column: last.column };
  const step = steps[key];
  if (step === undefined) return undefined;
  return {
    row: Math.min(Math.max(at.row + step.row, 0), last.row),
    column: Math.min(Math.max(at.column + step.column, 0), last.column),
  };
}

import { ArrowsClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowsClockwise';
import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck';
import { CaretDoubleUpIcon } from '@phosphor-icons/react/dist/csr/CaretDoubleUp';
import { CircleIcon } from '@phosphor-icons/react/dist/csr/Circle';
import { HandIcon } from '@phosphor-icons/react/dist/csr/Hand';
import { ProhibitIcon } from '@phosphor-icons/react/dist/csr/Prohibit';
import { SuitcaseSimpleIcon } from '@phosphor-icons/react/dist/csr/SuitcaseSimple';
import type { WeekCell } from './arrange-week.ts';
import { noteOf, stateOf } from './cell-words.ts';

const icons = {
  free: CircleIcon,
  held: HandIcon,
  booked: CalendarCheckIcon,
  settling: ArrowsClockwiseIcon,
  closed: ProhibitIcon,
  leave: SuitcaseSimpleIcon,
  closure: ProhibitIcon,
} as const;

/** A time's state as word, shape and colour, and who has it. */
export function CellContent({ cell, timeZone }: { cell: WeekCell; timeZone: string }) {
  const Icon = cell.keptFor !== null && cell.state === 'free' ? CaretDoubleUpIcon : icons[cell.state];
  const note = noteOf(cell, timeZone);
  const words = cell.patients.length > 0 && cell.seats === 1 ? cell.patients[0] : stateOf(cell);
  return (
    <>
      <span className="week-state">
        <Icon size={16} aria-hidden />
        <bdi className="week-words">{words}</bdi>
      </span>
      {note && (
        <span className="line week-note">
          <bdi>{note}</bdi>
        </span>
      )}
    </>
  );
}

import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck';
import { CalendarXIcon } from '@phosphor-icons/react/dist/csr/CalendarX';
import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { DoorOpenIcon } from '@phosphor-icons/react/dist/csr/DoorOpen';
import { HandWavingIcon } from '@phosphor-icons/react/dist/csr/HandWaving';
import { ProhibitIcon } from '@phosphor-icons/react/dist/csr/Prohibit';
import { UserMinusIcon } from '@phosphor-icons/react/dist/csr/UserMinus';

export type VisitStatus = 'booked' | 'arrived' | 'checked-in' | 'fulfilled' | 'noshow' | 'cancelled';

const looks = {
  booked: { word: 'Booked', tone: 'info', Icon: CalendarCheckIcon },
  arrived: { word: 'Arrived', tone: 'warn', Icon: DoorOpenIcon },
  'checked-in': { word: 'Checked in', tone: 'ok', Icon: HandWavingIcon },
  fulfilled: { word: 'Done', tone: 'quiet', Icon: CheckCircleIcon },
  noshow: { word: 'Did not come', tone: 'danger', Icon: UserMinusIcon },
  cancelled: { word: 'Cancelled', tone: 'danger', Icon: ProhibitIcon },
} as const;

const withoutTime = { word: 'Needs a new time', tone: 'warn', Icon: CalendarXIcon } as const;

/** A visit's status as word, shape and colour; or that the clinic cannot keep its time. */
export function StatusTag({ status, needsNewTime }: { status: VisitStatus; needsNewTime?: boolean }) {
  const { word, tone, Icon } = needsNewTime ? withoutTime : looks[status];
  return (
    <span className={`status-tag status-tag-${tone}`}>
      <Icon size={20} aria-hidden />
      {word}
    </span>
  );
}

/** The word alone, for announcements. */
export function statusWord(status: VisitStatus): string {
  return looks[status].word;
}

/** What can have happened, as the scheduler calls it (a waiting entry: `EntryChange`), in words. */
export const kinds: Readonly<Record<string, string>> = {
  booked: 'Booked',
  moved: 'Moved',
  cancelled: 'Cancelled',
  offered: 'Offered',
  declined: 'Offer declined',
  missed: 'Offer ran out',
  revoked: 'Offer taken back',
  joined: 'Joined the waiting list',
  changed: 'Wishes changed',
  retriaged: 'Urgency changed',
  contacted: 'Spoken with',
  left: 'Left the waiting list',
  lapsed: 'Waiting ended',
  past: 'Waiting ended: last date passed',
  arrived: 'Arrived',
  'checked-in': 'Checked in',
  fulfilled: 'Done',
  noshow: 'Did not come',
  undone: 'Taken back',
  kept: 'New time kept',
  refused: 'New time refused',
  unplaced: 'Time cannot be kept',
  restored: 'Time holds after all',
};

/** The words for a kind; one that is unknown here is shown as it is. */
export function kindWord(kind: string): string {
  return kinds[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');
}

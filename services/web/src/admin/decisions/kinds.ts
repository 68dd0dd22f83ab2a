/** What can have happened, in words. */
export const kinds: Readonly<Record<string, string>> = {
  booked: 'Booked',
  moved: 'Moved',
  cancelled: 'Cancelled',
  offered: 'Offered',
  declined: 'Offer declined',
  expired: 'Offer ran out',
  joined: 'Joined the waiting list',
  withdrawn: 'Left the waiting list',
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

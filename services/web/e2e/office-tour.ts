import type { Page } from 'playwright-core';
import type { Hand } from './hand.ts';

/** What a tour needs to take pictures of the pages for staff. */
export type OfficeGuide = {
  page: Page;
  hand: Hand;
  url: string;
  heading(name: string | RegExp): Promise<void>;
  signIn(email: string): Promise<void>;
  picture(name: string): Promise<void>;
};

/** Administration with the made-up hospital: sessions, planned leave, the worklist, who waits, a decision replayed. */
export async function officePortal(guide: OfficeGuide): Promise<void> {
  const { page, hand, url, heading, signIn, picture } = guide;
  await page.goto(`${url}/admin/`);
  await heading('Sign in to the clinic');
  await signIn('robert.kane@example.com');
  await heading('Availability');
  await picture('availability');
  await planLeave(guide);
  for (const place of ['Worklist', 'Waiting list'] as const) {
    await hand.follow(place);
    await heading(place);
    await picture(place.toLowerCase().replace(' ', '-'));
  }
  await hand.follow('Decisions');
  await heading('Decisions');
  await hand.pick('What happened', 'Booked');
  await page
    .getByRole('link', { name: /times that fitted/ })
    .first()
    .click();
  await heading('One decision');
  await hand.press('Replay');
  await page.getByRole('heading', { name: 'Same answer' }).waitFor();
  await picture('decision');
}

/** The first clinician is away for the next week of work: the new times are shown, nothing is saved. */
async function planLeave({ page, hand, heading, picture }: OfficeGuide): Promise<void> {
  await hand.follow('Leave');
  await heading('Leave');
  await hand.follow('Plan leave');
  await heading('Who is away, and when?');
  await page.getByRole('combobox', { name: 'Who is away' }).selectOption({ index: 1 });
  const date = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await hand.type('First date', date(2));
  await hand.type('Last date (if another)', date(8));
  await hand.press('Continue');
  await heading('Visits that cannot take place');
  await hand.press('Continue');
  await heading('New times');
  await picture('leave');
}

/** The week of the clinician whose day is shown as well. */
export async function clinicWeek({ hand, page, heading, picture }: OfficeGuide): Promise<void> {
  await hand.follow('Week');
  await heading('My week');
  await page.getByRole('grid').waitFor();
  await picture('week');
}

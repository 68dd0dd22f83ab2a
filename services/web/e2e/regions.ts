import { staysInside } from './long-names.ts';
import { signIn } from './pages.ts';
import type { Person, PortalStack } from './stack.ts';
import { eventually } from './stored.ts';
import type { Visitor } from './visitor.ts';

const long =
  'Landschaftsverband Oberbergisch-Rheinisch-Bergische Nachbarschaftsversorgungsgebietskörperschaft';

/** A place in another region, both with long names. The edges know of it within a minute. */
export async function openFarAway({ hospital: { pool, providers } }: PortalStack): Promise<void> {
  await pool.query(`insert into region values ('far', $1)`, [long]);
  await pool.query(
    `insert into location values ('south', $1, '2 Low Street', 'Europe/London', '+44 20 7946 0001', '', 'far')`,
    [`${long} Süd`],
  );
  // In the past, like the hospital's own: it says where the clinician works and makes no times.
  await pool.query(
    `insert into session (id, provider_id, location_id, visit_type_id, weekday, starts, ends, effective,
       materialised_until)
     values (gen_random_uuid(), $1, 'south', 'heart-first', 1, '08:00', '18:00', '[2020-01-01,2020-01-02)', '2020-01-02')`,
    [providers[1]],
  );
}

/** A clinic in two regions asks who has neither postcode nor visit where they can come. */
export async function sayWhereOneCanCome(visitor: Visitor, person: Person): Promise<void> {
  const { hand, page, arrive } = visitor;
  await signIn(visitor, person);
  await hand.follow('Book');
  await arrive('Is any of this happening now?');
  await hand.choose('No, none of these');
  for (const heading of ['Which clinic do you need?', 'What kind of visit?']) {
    await hand.press('Continue');
    await arrive(heading);
    await page.getByRole('radio').first().check();
  }
  for (const heading of ['What is it about?', 'What suits you?', 'Do you need help at the visit?']) {
    await hand.press('Continue');
    await arrive(heading);
  }
  // The server says that nobody knows yet.
  visitor.allow(400);
  await hand.press('Find a time');
  await arrive('Where can you come?');
  await eventually('both regions are known', async () => {
    if ((await page.getByRole('radio').count()) === 2) return true;
    await page.reload();
    await page.getByRole('radio').first().waitFor();
    return undefined;
  });
  await visitor.checkBoth('the question for a region');
  await staysInside(visitor, 'the question for a region');
  await hand.press('Continue');
  await page.getByRole('alert').getByText('Choose where you can come').waitFor();
  await visitor.check('no region chosen');
  await hand.choose(/^London/);
  await hand.press('Continue');
  await arrive('Choose a time');
}

import type { Link } from './families.ts';
import { insertRows, inTransaction } from './insert-rows.ts';
import { idOf } from './random.ts';
import type { Referral } from './referrals.ts';
import { officeStaff } from './staff.ts';
import { daysFrom } from './visits.ts';

/** Writes who acts for whom and what was ordered, beside the directory that the scheduler has already. */
export async function seedCare(
  url: string,
  { links, referrals }: { links: readonly Link[]; referrals: readonly Referral[] },
  today: string,
): Promise<void> {
  const reception = officeStaff.find(({ group }) => group === 'Receptionists');
  await inTransaction(url, async (client) => {
    await insertRows(
      client,
      'proxy',
      links.map(({ patientId, proxyId }) => ({
        id: idOf(`proxy ${patientId} ${proxyId}`),
        patient_id: patientId,
        proxy_id: proxyId,
        granted_by: reception?.id ?? patientId,
        since: `${daysFrom(today, -90)}T10:15:00Z`,
      })),
    );
    await insertRows(client, 'referral', referrals);
  });
}

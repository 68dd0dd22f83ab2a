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
  const [maker] = officeStaff.filter(({ group }) => group === 'Receptionists');
  const colleague = officeStaff.find(({ group }) => group === 'Privacy');
  await inTransaction(url, async (client) => {
    await insertRows(
      client,
      'proxy',
      links.map(({ patientId, proxyId, evidence, reason, until }) => ({
        id: idOf(`proxy ${patientId} ${proxyId}`),
        patient_id: patientId,
        proxy_id: proxyId,
        granted_by: maker?.id ?? patientId,
        since: `${daysFrom(today, -90)}T10:15:00Z`,
        scope: 'record',
        evidence,
        reason,
        expires_at: `${until ?? daysFrom(today, 275)}T00:00:00Z`,
        // The record of an adult was opened by two people.
        confirm_by: until === null ? `${daysFrom(today, -89)}T10:15:00Z` : null,
        confirmed_by: until === null ? (colleague?.id ?? null) : null,
        confirmed_at: until === null ? `${daysFrom(today, -90)}T14:20:00Z` : null,
      })),
    );
    await insertRows(client, 'referral', referrals);
  });
}

import { useQuery } from '@tanstack/react-query';
import { RadioGroup } from '../../../shared/controls/choice.tsx';
import { dayOfDate } from '../../../shared/time/format.ts';
import { type Directory, type Referral, referralsQuery } from '../../api.ts';
import { withReferral } from '../answers.ts';
import type { QuestionProps } from './question-props.ts';

/** What a clinician ordered already tells the clinic and by when; without it the questions follow. */
export function OrderQuestion({ answers, change, errors, directory }: QuestionProps) {
  const { data } = useQuery(referralsQuery);
  const referrals = data?.referrals ?? [];
  return (
    <RadioGroup
      name="order"
      legend="Do you have a referral or follow-up?"
      hideLegend
      hint={`These are open${data?.isCut ? ', those that are due first; there are more' : ''}. We find a time by the date the clinician asked for.`}
      error={errors.of('order')}
      value={answers.referralId}
      onChange={(id) =>
        change(
          withReferral(
            answers,
            referrals.find((referral) => referral.id === id),
          ),
        )
      }
      options={[
        ...referrals.map((referral) => ({
          value: referral.id,
          label: orderLabel(referral, directory),
          hint: `By ${dayOfDate(referral.dueDate)}. Ordered by ${referral.orderedByName}.`,
        })),
        { value: '', label: 'No, this is about something else' },
      ]}
    />
  );
}

function orderLabel(referral: Referral, directory: Directory): string {
  const specialty = directory.specialties.find(({ id }) => id === referral.specialtyId);
  const clinic = specialty?.plainName || referral.specialtyName;
  if (referral.kind === 'referral') return `Referral: ${clinic}`;
  return `Follow-up: ${clinic}${referral.providerName ? ` with ${referral.providerName}` : ''}`;
}

import { useQuery } from '@tanstack/react-query';
import { RadioGroup } from '../../../shared/controls/choice.tsx';
import { shortDate } from '../../../shared/time/format.ts';
import { proxiesQuery } from '../../acting/queries.ts';
import type { QuestionProps } from './question-props.ts';

/** Asked of those who act for somebody: the visit is for them or for oneself. */
export function WhomQuestion({ answers, change, errors }: QuestionProps) {
  const people = useQuery(proxiesQuery).data?.actsFor ?? [];
  return (
    <RadioGroup
      name="whom"
      legend="Who is this visit for?"
      hideLegend
      error={errors.of('whom')}
      value={answers.whom}
      onChange={(whom) => change({ ...answers, whom })}
      options={[
        { value: 'myself', label: 'Myself' },
        ...people.map(({ personId, name, birthDate }) => ({
          value: personId,
          label: name || 'Somebody I act for',
          hint: birthDate ? `Born ${shortDate(birthDate)}` : undefined,
        })),
      ]}
    />
  );
}

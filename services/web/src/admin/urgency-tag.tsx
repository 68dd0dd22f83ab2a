import { CaretDoubleUpIcon } from '@phosphor-icons/react/dist/csr/CaretDoubleUp';
import { CaretUpIcon } from '@phosphor-icons/react/dist/csr/CaretUp';
import { MinusIcon } from '@phosphor-icons/react/dist/csr/Minus';
import { WarningOctagonIcon } from '@phosphor-icons/react/dist/csr/WarningOctagon';
import { Tag } from '../shared/controls/tag.tsx';
import type { WaitingPatient } from './api.ts';

const looks = {
  routine: { word: 'Routine', tone: 'quiet', icon: MinusIcon },
  soon: { word: 'Soon', tone: 'info', icon: CaretUpIcon },
  urgent: { word: 'Urgent', tone: 'warn', icon: CaretDoubleUpIcon },
  emergency: { word: 'Emergency', tone: 'danger', icon: WarningOctagonIcon },
} as const;

export function UrgencyTag({ urgency }: { urgency: WaitingPatient['urgency'] }) {
  const { word, tone, icon } = looks[urgency];
  return (
    <Tag tone={tone} icon={icon}>
      {word}
    </Tag>
  );
}

import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { InfoIcon } from '@phosphor-icons/react/dist/csr/Info';
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { WarningOctagonIcon } from '@phosphor-icons/react/dist/csr/WarningOctagon';
import type { ReactNode } from 'react';

export type Tone = 'info' | 'ok' | 'warn' | 'danger';

const icons = { info: InfoIcon, ok: CheckCircleIcon, warn: WarningIcon, danger: WarningOctagonIcon };

/** A message in the page: shape, colour and words say the same. `live` speaks it when it appears. */
export function Notice(props: { tone?: Tone; title?: string; live?: boolean; children?: ReactNode }) {
  const { tone = 'info' } = props;
  const Icon = icons[tone];
  return (
    <div className={`notice notice-${tone}`} {...(props.live ? { role: 'alert' } : {})}>
      <Icon size={28} aria-hidden />
      <div>
        {props.title && <h2>{props.title}</h2>}
        {props.children}
      </div>
    </div>
  );
}

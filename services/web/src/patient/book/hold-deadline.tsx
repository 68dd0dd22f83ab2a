import { useEffect, useState } from 'react';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { clock, deviceZone } from '../../shared/time/format.ts';
import type { Hold } from '../api.ts';
import { type HoldState, holdState, untilNextState } from './hold-clock.ts';

function spoken(state: HoldState, canExtend: boolean): string {
  if (state === 'kept') return '';
  if (state === 'expired') return 'We no longer keep this time for you. It may still be free.';
  const ending = 'We keep this time for you for two more minutes.';
  return canExtend ? `${ending} You can ask us to keep it longer.` : `${ending} Please confirm it now.`;
}

/** How a hold stands, kept up to date. Each change is announced once. */
export function useHoldState({ expiresAt, canExtend }: Hold): HoldState {
  const [now_ms, setNow] = useState(() => Date.now());
  const announce = useAnnounce();
  const state = holdState(expiresAt, now_ms);
  useEffect(() => {
    const wait_ms = untilNextState(expiresAt, now_ms);
    if (wait_ms === undefined) return;
    const timer = setTimeout(() => setNow(Date.now()), wait_ms + 50);
    return () => clearTimeout(timer);
  }, [expiresAt, now_ms]);
  useEffect(() => {
    const words = spoken(state, canExtend);
    if (words !== '') announce(words);
  }, [state, canExtend, announce]);
  return state;
}

/** Until when the time is kept, a warning before the end, and more time on request. */
export function HoldDeadline(props: {
  hold: Hold;
  state: HoldState;
  extending: boolean;
  onExtend: () => void;
}) {
  const { hold, state, extending, onExtend } = props;
  const until = clock(hold.expiresAt, deviceZone());
  if (state === 'kept') return <p className="muted numbers">We keep this time for you until {until}.</p>;
  const ending = state === 'ending';
  return (
    <Notice
      tone="warn"
      title={ending ? `We keep this time only until ${until}` : 'We no longer keep this time for you'}
    >
      <p>
        {ending
          ? hold.canExtend
            ? 'Do you need longer? We can keep it for ten more minutes.'
            : 'We cannot keep it longer. Confirm it now, or choose another time.'
          : 'It may still be free: ask for it again, or confirm and we tell you whether it is.'}
      </p>
      {(!ending || hold.canExtend) && (
        <Button variant="secondary" pending={extending} onPress={onExtend}>
          {ending ? 'Keep it longer' : 'Ask for this time again'}
        </Button>
      )}
    </Notice>
  );
}

import { useEffect, useState } from 'react';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { clock, deviceZone } from '../../shared/time/format.ts';
import { type HoldState, holdState, untilNextState } from './hold-clock.ts';

/** What to say when asking for more time changed nothing. */
export const notLonger = 'We cannot keep this time longer. Confirm it now, or choose another';

const spoken: Record<HoldState, string> = {
  kept: '',
  ending: 'We keep this time for you for two more minutes. You can ask us to keep it longer.',
  expired: 'We no longer keep this time for you. It may still be free.',
};

/** How a hold stands, kept up to date. Each change is announced once. */
export function useHoldState(expiresAt: string): HoldState {
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
    if (spoken[state]) announce(spoken[state]);
  }, [state, announce]);
  return state;
}

/** Until when the time is kept, a warning before the end, and more time on request. */
export function HoldDeadline(props: {
  expiresAt: string;
  state: HoldState;
  extending: boolean;
  onExtend: () => void;
}) {
  if (props.state === 'kept') {
    return (
      <p className="muted numbers">We keep this time for you until {clock(props.expiresAt, deviceZone())}.</p>
    );
  }
  const ending = props.state === 'ending';
  return (
    <Notice
      tone="warn"
      title={
        ending
          ? `We keep this time only until ${clock(props.expiresAt, deviceZone())}`
          : 'We no longer keep this time for you'
      }
    >
      <p>
        {ending
          ? 'Do you need longer?'
          : 'It may still be free: ask for it again, or confirm and we tell you whether it is.'}
      </p>
      <Button variant="secondary" pending={props.extending} onPress={props.onExtend}>
        {ending ? 'Keep it longer' : 'Ask for this time again'}
      </Button>
    </Notice>
  );
}

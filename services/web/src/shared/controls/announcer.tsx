import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

const Announce = createContext<(words: string) => void>(() => {});

const heard_ms = 5_000;

/** The one polite status region of a portal. It speaks and never takes the focus. */
export function Announcer({ children }: { children: ReactNode }) {
  const [spoken, setSpoken] = useState({ words: '', turn: 0 });
  const announce = useCallback(
    (words: string) => setSpoken((before) => ({ words, turn: before.turn + 1 })),
    [],
  );
  useEffect(() => {
    if (spoken.words === '') return;
    // Cleared after a while: a reader who reaches the end of the page must not find old announcements.
    const timer = setTimeout(() => setSpoken((now) => ({ ...now, words: '' })), heard_ms);
    return () => clearTimeout(timer);
  }, [spoken]);
  const region = useMemo(() => <span key={spoken.turn}>{spoken.words}</span>, [spoken]);
  return (
    <Announce value={announce}>
      {children}
      <div className="visually-hidden" aria-live="polite" aria-atomic="true">
        {region}
      </div>
    </Announce>
  );
}

/** Speaks words through the status region. */
export function useAnnounce(): (words: string) => void {
  return useContext(Announce);
}

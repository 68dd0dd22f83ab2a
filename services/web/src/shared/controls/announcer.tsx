import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

const Announce = createContext<(words: string) => void>(() => {});

/** The one polite status region of a portal. It speaks and never takes the focus. */
export function Announcer({ children }: { children: ReactNode }) {
  const [spoken, setSpoken] = useState({ words: '', turn: 0 });
  const announce = useCallback(
    (words: string) => setSpoken((before) => ({ words, turn: before.turn + 1 })),
    [],
  );
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

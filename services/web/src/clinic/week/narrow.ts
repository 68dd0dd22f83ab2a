import { useSyncExternalStore } from 'react';

/** Under 640 px a table of seven days cannot be read. */
const narrow = window.matchMedia('(max-width: 40rem)');

function subscribe(onChange: () => void): () => void {
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
}

/** Whether the screen is too narrow for a week side by side. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}

import { Notice } from '../controls/notice.tsx';

/** Says that a list was cut at its bound; shows nothing when the list is complete. */
export function Cut({ isCut, children }: { isCut: boolean; children: string }) {
  if (!isCut) return null;
  return (
    <Notice tone="warn">
      <p>{children}</p>
    </Notice>
  );
}

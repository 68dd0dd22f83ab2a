import { Notice } from '../controls/notice.tsx';

/** Says that a list ends at its bound and not where there is no more; nothing when it is whole. */
export function Cut({ isCut, children }: { isCut: boolean; children: string }) {
  if (!isCut) return null;
  return (
    <Notice tone="warn">
      <p>{children}</p>
    </Notice>
  );
}

const widths = ['100', '80', '60'] as const;

/** Lines that keep the layout while something loads. Screen readers hear the words instead. */
export function Skeleton({ lines = 3, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div className="stack" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} className={`skeleton skeleton-${widths[line % widths.length]}`} aria-hidden="true" />
      ))}
    </div>
  );
}

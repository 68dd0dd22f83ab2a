/** The mark of HealthBooker: a time on the rail. */
export function Mark() {
  return (
    <svg
      width="28"
      height="28"
      viewBox="0 0 32 32"
      aria-hidden="true"
      fill="none"
      stroke="var(--brand)"
      strokeWidth="3.5"
    >
      <path d="M10 2v28" />
      <circle cx="10" cy="12" r="5" fill="var(--surface)" />
      <path d="M20 12h11M20 22h7" />
    </svg>
  );
}

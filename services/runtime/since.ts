const unit_ms = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

export const sinceForms = '30m, 6h, 1d or an instant like 2026-12-01T00:00:00Z';

/**
 * The instant that a `--since` means: a number of minutes, hours or days ago, or a date or instant of ISO 8601.
 * Undefined for anything else, for no time at all and for the future: a check of nothing would find nothing wrong.
 */
export function sinceInstant(text: string, now: Date): Date | undefined {
  const [, count, unit] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
  if (count !== undefined) {
    return new Date(now.getTime() - Number(count) * unit_ms[unit as keyof typeof unit_ms]);
  }
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text)) return undefined;
  const instant = new Date(text);
  // Date rolls 31 February over into March; what nobody can have meant is refused.
  const isDay = !Number.isNaN(Date.parse(`${text.slice(0, 10)}T00:00:00Z`));
  const isSameDay =
    isDay && new Date(`${text.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(text.slice(0, 10));
  if (Number.isNaN(instant.getTime()) || !isSameDay || instant >= now) return undefined;
  return instant;
}

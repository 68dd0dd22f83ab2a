/** A line of the table: a number and, where there is a goal, whether it was met. */
export type Row = {
  measure: string;
  value: number;
  goal?: { most: number } | { least: number };
  /** The numbers that it was made from. */
  detail: string;
};

export function isMet({ value, goal }: Row): boolean | undefined {
  if (goal === undefined) return undefined;
  return 'most' in goal ? value <= goal.most : value >= goal.least;
}

/** The rows as Markdown, and how many of the goals were met. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { measure, value, goal, detail } = row;
    const words = goal === undefined ? '' : 'most' in goal ? `≤ ${goal.most}` : `≥ ${goal.least}`;
    const met = { true: 'met', false: 'MISSED', undefined: '' }[String(isMet(row))];
    return `| ${measure} | ${words} | ${value.toFixed(2)} | ${met} | ${detail} |`;
  });
  const judged = rows.map(isMet).filter((met) => met !== undefined);
  return [
    '| measure | goal | seen | | from |',
    '|---|---|---|---|---|',
    ...lines,
    '',
    `${judged.filter(Boolean).length} of ${judged.length} goals met`,
  ].join('\n');
}

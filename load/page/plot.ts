/** One line of a plot. */
export type Line = { name: string; colour: string; dashed?: boolean; values: (number | undefined)[] };

export type Plot = {
  title: string;
  /** The labels of the x axis and the y axis, with units. */
  x: string;
  y: string;
  xs: readonly number[];
  lines: readonly Line[];
  /** Void points are drawn hollow. */
  isVoid: readonly boolean[];
  /** A horizontal line, such as an objective. */
  bound?: { value: number; name: string };
  isLogarithmic?: boolean;
};

const height = 300;
const inset = { left: 64, right: 124, top: 16, bottom: 48 };
const bottom = height - inset.bottom;

/**
 * Draws lines over a common x axis as SVG, for a wide screen and for a phone, of which page.css shows one. Each x has the
 * same distance from the next: rungs are no continuum.
 */
export function drawPlot(plot: Plot): string {
  return drawAt(plot, 'wide', 720) + drawAt(plot, 'narrow', 358);
}

function drawAt(plot: Plot, name: string, width: number): string {
  const right = width - inset.right;
  const labels_at_most = width / 48;
  const { xs, lines, bound, isVoid } = plot;
  const all = lines.flatMap(({ values }) => values.filter((value) => value !== undefined));
  const scale = scaleOf([...all, ...(bound ? [bound.value] : [])], plot.isLogarithmic ?? false);
  const xAt = (index: number) =>
    xs.length === 1
      ? (inset.left + right) / 2
      : inset.left + (index * (right - inset.left)) / (xs.length - 1);
  const yAt = (value: number) => bottom - scale.place(value) * (bottom - inset.top);
  const parts = [
    ...scale.ticks.map(
      (tick) =>
        `<line class="grid" x1="${inset.left}" x2="${right}" y1="${px(yAt(tick))}" y2="${px(yAt(tick))}"/>` +
        `<text x="${inset.left - 8}" y="${px(yAt(tick) + 4)}" text-anchor="end">${number(tick)}</text>`,
    ),
    ...xs.map((x, index) =>
      index % Math.ceil(xs.length / labels_at_most) === 0
        ? `<text x="${px(xAt(index))}" y="${bottom + 18}" text-anchor="middle">${number(x)}</text>`
        : '',
    ),
    `<text x="${(inset.left + right) / 2}" y="${height - 8}" text-anchor="middle">${plot.x}</text>`,
    `<text transform="translate(14 ${(inset.top + bottom) / 2}) rotate(-90)" text-anchor="middle">${plot.y}</text>`,
  ];
  if (bound) {
    const y = px(yAt(bound.value));
    parts.push(`<line class="bound" x1="${inset.left}" x2="${right}" y1="${y}" y2="${y}"/>`);
  }
  const labels = placeLabels([
    ...lines.map(({ name, colour, values }) => ({ name, colour, y: yAt(lastOf(values) ?? 0) })),
    ...(bound ? [{ name: bound.name, colour: '#57606a', y: yAt(bound.value) }] : []),
  ]);
  for (const { colour, dashed, values } of lines) {
    const drawn = values.flatMap((value, index) => (value === undefined ? [] : [{ value, index }]));
    const path = drawn.map(({ value, index }) => `${px(xAt(index))},${px(yAt(value))}`).join(' ');
    parts.push(
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"${dashed ? ' stroke-dasharray="5 4"' : ''}/>`,
    );
    for (const { value, index } of drawn) {
      const fill = isVoid[index] ? '#fff' : colour;
      parts.push(
        `<circle cx="${px(xAt(index))}" cy="${px(yAt(value))}" r="4" fill="${fill}" stroke="${colour}" stroke-width="2">` +
          `<title>${number(xs[index] ?? 0)}: ${number(value)}</title></circle>`,
      );
    }
  }
  for (const { name, colour, y } of labels) {
    parts.push(`<text class="label" x="${right + 10}" y="${px(y + 4)}" fill="${colour}">${name}</text>`);
  }
  return `<svg class="${name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${plot.title}">${parts.join('')}</svg>`;
}

/** Labels at the ends of their lines, pushed apart where they would cover each other. */
function placeLabels<Label extends { y: number }>(labels: readonly Label[]): Label[] {
  const gap = 15;
  const sorted = labels.map((label) => ({ ...label })).sort((a, b) => a.y - b.y);
  for (const [index, label] of sorted.entries()) {
    const above = sorted[index - 1];
    if (above && label.y - above.y < gap) label.y = above.y + gap;
  }
  // Labels that were pushed below the axis move up again, together with those in their way.
  let lowest = bottom;
  for (const label of sorted.toReversed()) {
    label.y = Math.min(label.y, lowest);
    lowest = label.y - gap;
  }
  return sorted;
}

function scaleOf(values: readonly number[], isLogarithmic: boolean) {
  const most = Math.max(...values, 0);
  const positive = values.filter((value) => value > 0);
  if (isLogarithmic && positive.length > 0) {
    const low = Math.floor(Math.log10(Math.min(...positive)));
    const high = Math.max(low + 1, Math.ceil(Math.log10(most)));
    const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
    const place = (value: number) => (Math.log10(Math.max(value, 10 ** low)) - low) / (high - low);
    return { ticks, place };
  }
  const step = stepFor(most);
  const top = Math.max(step, Math.ceil(most / step) * step);
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
  return { ticks, place: (value: number) => value / top };
}

/** A round number that divides the axis into about five parts. */
function stepFor(most: number): number {
  if (most <= 0) return 1;
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

function lastOf(values: readonly (number | undefined)[]): number | undefined {
  return values.findLast((value) => value !== undefined);
}

function px(value: number): string {
  return value.toFixed(1);
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });
}

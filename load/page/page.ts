import { readFileSync } from 'node:fs';
import type { Environment } from '../run/environment.ts';
import { type Point, voidsOf } from '../run/points.ts';
import { type Workload, workloads } from '../run/workloads.ts';
import { drawPlot, type Line } from './plot.ts';

const colours = { p50: '#1a7f37', p95: '#9a6700', p99: '#cf222e', plain: '#0969da', grey: '#57606a' };
const palette = ['#0969da', '#cf222e', '#1a7f37', '#8250df', '#9a6700', '#bf3989', '#1b7c83', '#57606a'];
/** Processes with a smaller share of the CPU are put together. */
const shown_processes = 6;

type Objectives = { p99_ms: number; availability: number };

/** The page of a run, as one file: plots and tables of what was measured, and how far they can be trusted. */
export function pageOf(environment: Environment, points: readonly Point[]): string {
  const { workload, quick, system } = environment;
  const { title } = workloads[workload as Workload];
  const objectives = readObjectives();
  const style = readFileSync(new URL('./page.css', import.meta.url), 'utf8');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
<body>
<main>
${quick ? '<p class="smoke">smoke, not a result</p>' : ''}
<h1>${escaped(title)}</h1>
<p class="about">${escaped(environment.began.slice(0, 16).replace('T', ' '))} UTC · ${escaped(system.url)}
(${escaped(system.environment)}, commit ${escaped(system.commit.slice(0, 12) || 'unknown')})</p>
${verdict(environment, points, objectives)}
${plots(environment, points, objectives)}
${pointsTable(environment, points, objectives)}
${operationsTable(environment, points)}
${voids(environment, points)}
${conditions(environment)}
</main>
</body>
</html>
`;
}

function readObjectives(): Objectives {
  const file = new URL('../../services/catalogue.json', import.meta.url);
  const { services } = JSON.parse(readFileSync(file, 'utf8')) as {
    services: { name: string; slo: { availability: number; latency_ms: { p99: number } } }[];
  };
  const slo = services.find(({ name }) => name === 'patient-edge')?.slo;
  if (slo === undefined) throw new Error('services/catalogue.json has no patient-edge');
  return { p99_ms: slo.latency_ms.p99, availability: slo.availability };
}

/** Whether a point is valid, and the system kept its objectives in it. */
function isWithin({ latency, failed, requests, void: reasons }: Point, objectives: Objectives): boolean {
  const isAnswered = failed / Math.max(1, requests) <= 1 - objectives.availability;
  return reasons.length === 0 && latency.p99 <= objectives.p99_ms && isAnswered;
}

type Verdict = readonly [name: string, value: string, isGood: boolean | undefined];

/** The headline of a ladder. If all points are void, nothing is known. */
function mostUsers(points: readonly Point[], objectives: Objectives): Verdict {
  const name = 'Most users within the objectives';
  if (points.every((point) => point.void.length > 0)) return [name, 'not measured', undefined];
  const most = points.findLast((point) => isWithin(point, objectives));
  return [name, most === undefined ? 'none' : `${most.x}`, most !== undefined];
}

function verdict(environment: Environment, points: readonly Point[], objectives: Objectives): string {
  const { workload, thresholds, readBack: back, stores } = environment;
  const headline = workload === 'ladder' ? [mostUsers(points, objectives)] : [];
  const cells: Verdict[] = [
    ...headline,
    ['Thresholds', thresholds, thresholds === 'held'],
    [
      'Acknowledged, then read back',
      `${back.acknowledged - back.lost.length - back.unanswered} of ${back.acknowledged}`,
      back.lost.length + back.unanswered === 0,
    ],
    [
      'Stores',
      stores.result === 'well' ? 'all is well' : stores.result,
      stores.result === 'not verified' ? undefined : stores.result === 'well',
    ],
    [
      'Void points',
      `${points.length - points.filter((point) => point.void.length === 0).length} of ${points.length}`,
      undefined,
    ],
  ];
  const shown = cells.map(
    ([name, value, isGood]) =>
      `<div class="${isGood === undefined ? 'open' : isGood ? 'good' : 'bad'}"><dt>${name}</dt><dd>${escaped(value)}</dd></div>`,
  );
  return `<dl class="verdict">${shown.join('')}</dl>
<p class="about">The objectives of a front door (services/catalogue.json): p99 within ${objectives.p99_ms} ms, at least ${(objectives.availability * 100).toFixed(1)} % answered as they must be.</p>`;
}

function plots(environment: Environment, points: readonly Point[], objectives: Objectives): string {
  const isLadder = environment.workload === 'ladder';
  const isOpen = environment.workload === 'canary' || environment.workload === 'surge';
  const shared = {
    x: isLadder ? 'users at once' : 'seconds since the start',
    xs: points.map(({ x }) => x),
    isVoid: points.map((point) => point.void.length > 0),
  };
  const think = environment.knobs['HB_THINK_S'] ?? '1';
  const latency = drawPlot({
    ...shared,
    title: 'Latency',
    y: 'ms',
    isLogarithmic: true,
    bound: { value: objectives.p99_ms, name: 'objective of p99' },
    lines: (['p50', 'p95', 'p99'] as const).map((name) => ({
      name,
      colour: colours[name],
      values: points.map((point) => point.latency[name]),
    })),
  });
  const throughput = drawPlot({
    ...shared,
    title: 'Throughput',
    y: 'requests a second',
    lines: [
      { name: 'answered', colour: colours.plain, values: points.map((point) => point.throughput) },
      ...(points.some(({ failed }) => failed > 0) ? [failures(points)] : []),
    ],
  });
  const since = isOpen
    ? 'Counted from when a request was due, so that a system that lets the generator wait cannot hide it.'
    : `All operations together, over the whole time of a ${isLadder ? 'rung' : 'slice'} but its first seconds.`;
  return `<section><h2>Latency</h2><p>${since} The scale is logarithmic.</p>${latency}</section>
<section><h2>Throughput</h2><p>${
    isOpen
      ? 'Requests come whatever becomes of them.'
      : `Each user thinks for ${escaped(think)} s in the mean between two requests: where the line goes flat, more users only wait longer.`
  }</p>${throughput}</section>
${cpuSection(environment, points, shared)}`;
}

function failures(points: readonly Point[]): Line {
  const perSecond = ({ failed, from, to }: Point) => (failed / Math.max(1, to - from)) * 1000;
  return { name: 'failed', colour: colours.p99, dashed: true, values: points.map(perSecond) };
}

function cpuSection(
  { machine }: Environment,
  points: readonly Point[],
  shared: { x: string; xs: number[]; isVoid: boolean[] },
): string {
  const mean = (name: string) =>
    points.reduce((sum, point) => sum + (point.cores[name] ?? 0), 0) / Math.max(1, points.length);
  const names = [...new Set(points.flatMap((point) => Object.keys(point.cores)))].filter(
    (name) => name !== 'host',
  );
  if (names.length === 0) return '';
  const ranked = names.toSorted((a, b) => mean(b) - mean(a));
  const [shown, rest] = [ranked.slice(0, shown_processes), ranked.slice(shown_processes)];
  const lines: Line[] = [
    {
      name: 'whole machine',
      colour: colours.grey,
      dashed: true,
      values: points.map(({ cores }) => cores['host']),
    },
    ...shown.map((name, index) => ({
      name,
      colour: palette[index % palette.length] ?? colours.plain,
      values: points.map(({ cores }) => cores[name]),
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            name: `${rest.length} others`,
            colour: '#8c959f',
            values: points.map(({ cores }) => rest.reduce((sum, name) => sum + (cores[name] ?? 0), 0)),
          },
        ]),
  ];
  const plot = drawPlot({
    ...shared,
    title: 'CPU',
    y: 'cores',
    lines,
    bound: { value: machine.cores, name: `${machine.cores} cores there are` },
  });
  return `<section><h2>CPU</h2><p>Cores in use by each process with its children (postgres with its backends), by the kernel's accounting. The generator runs on the same machine.</p>${plot}</section>`;
}

function pointsTable({ workload }: Environment, points: readonly Point[], objectives: Objectives): string {
  const rows = points.map((point) => {
    const { x, requests, throughput, failed, latency, cores } = point;
    const mark = point.void.length > 0 ? 'void' : isWithin(point, objectives) ? 'within' : 'outside';
    return `<tr class="${mark}">${cells([x, requests, throughput.toFixed(1), failed, ...times(latency), cores['host']?.toFixed(2) ?? '', mark])}</tr>`;
  });
  const first = workload === 'ladder' ? 'users' : 'second';
  return `<section><h2>Points</h2><table><thead><tr>${heads([first, 'requests', 'answered/s', 'failed', 'p50 ms', 'p95 ms', 'p99 ms', 'cores busy', 'objectives'])}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

/** By operation, at the last valid point: the end of a ladder, or of a run that has settled. */
function operationsTable({ workload }: Environment, points: readonly Point[]): string {
  const point = points.findLast((each) => each.void.length === 0) ?? points.at(-1);
  if (point === undefined) return '';
  const where =
    workload === 'ladder' ? `at ${point.x} users` : 'in all points together, weighted by their requests';
  const all = workload === 'ladder' ? [point] : points;
  const names = [...new Set(all.flatMap(({ operations }) => Object.keys(operations)))].sort();
  const rows = names.map((name) => {
    const measured = all.flatMap(({ operations }) => operations[name] ?? []);
    const n = measured.reduce((sum, each) => sum + each.n, 0);
    const mean = (key: 'p50' | 'p95' | 'p99') =>
      (measured.reduce((sum, each) => sum + each[key] * each.n, 0) / n).toFixed(1);
    return `<tr>${cells([name, n, mean('p50'), mean('p95'), mean('p99')])}</tr>`;
  });
  return `<section><h2>Operations</h2><p>Latency of each operation ${where}.</p><table><thead><tr>${heads(['operation', 'requests', 'p50 ms', 'p95 ms', 'p99 ms'])}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function voids({ workload }: Environment, points: readonly Point[]): string {
  const found = voidsOf(points);
  if (found.length === 0) return '';
  const unit = workload === 'ladder' ? 'users' : 's';
  const items = found.map(({ why, xs }) => `<li>${escaped(why)}: at ${xs.join(', ')} ${unit}</li>`);
  return `<section><h2>Void points</h2><p>Drawn hollow. They are shown, and nothing follows from them.</p><ul>${items.join('')}</ul></section>`;
}

function conditions(environment: Environment): string {
  const { machine, generator, knobs, patients, clinicians, stores, began, ended } = environment;
  const facts: [string, string][] = [
    [
      'machine',
      `${machine.cores} × ${machine.cpu}, ${machine.memory_gb} GB, Linux ${machine.kernel}, load ${machine.load_before} before`,
    ],
    ['load made by', `${generator.name} ${generator.version}`],
    [
      'knobs',
      Object.entries(knobs)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ') || 'as the script says',
    ],
    ['people', `${patients} patients, ${clinicians} clinicians`],
    ['stores', stores.said],
    ['from, to', `${began} – ${ended}`],
  ];
  const rows = facts.map(([name, value]) => `<tr><th>${name}</th><td>${escaped(value)}</td></tr>`);
  return `<section><h2>Conditions</h2><table class="facts">${rows.join('')}</table>
<p>Raw: <code>points.jsonl</code> (a line per point), <code>samples.csv.gz</code> (a line per sample, k6's columns), <code>env.json</code>. Not measured: browsers, networks between people and the front door, more than one machine. load/README.md says how to read this page.</p></section>`;
}

function times({ p50, p95, p99 }: Point['latency']): string[] {
  return [p50, p95, p99].map((value) => value.toFixed(1));
}

function cells(values: readonly (string | number)[]): string {
  return values.map((value) => `<td>${escaped(String(value))}</td>`).join('');
}

function heads(names: readonly string[]): string {
  return names.map((name) => `<th scope="col">${name}</th>`).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

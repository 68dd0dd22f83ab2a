import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** One sample of the generator, as far as points are made of it. */
export type Sample = {
  metric: string;
  /** Milliseconds since 1970. */
  at: number;
  value: number;
  scenario: string;
  status: string;
  op: string;
  phase: string;
  /** What was acknowledged, in samples of `hb_acknowledged`. */
  acknowledged: Acknowledged | undefined;
};

export type Acknowledged = { appointmentId: string; version: number; person: string };

/** The message when samples are missing: the run has no result. */
export const notWhole =
  'k6 could not write all of its samples, as when there is no room left: no results are kept.';

/** Reads the generator's CSV, line by line. @throws when it has not the columns of k6, or ends too early */
export async function* readSamples(file: string): AsyncGenerator<Sample> {
  let columns: Map<string, number> | undefined;
  for await (const line of linesOf(file)) {
    const fields = fieldsOf(line);
    if (columns === undefined) {
      columns = new Map(fields.map((name, index) => [name, index]));
      for (const name of ['metric_name', 'timestamp', 'metric_value', 'scenario', 'extra_tags', 'metadata']) {
        if (!columns.has(name)) throw new Error(`the generator's samples have no ${name}`);
      }
      continue;
    }
    const known = columns;
    const field = (name: string) => fields[known.get(name) ?? -1] ?? '';
    const tags = pairsOf(field('extra_tags'));
    const metadata = pairsOf(field('metadata'));
    const appointmentId = metadata.get('appointment');
    yield {
      metric: field('metric_name'),
      at: Number(field('timestamp')),
      value: Number(field('metric_value')),
      scenario: field('scenario'),
      status: field('status'),
      op: tags.get('op') ?? field('name'),
      phase: tags.get('phase') ?? '',
      acknowledged:
        appointmentId === undefined
          ? undefined
          : { appointmentId, version: Number(metadata.get('version')), person: metadata.get('person') ?? '' },
    };
  }
}

/** The lines of a packed file, without what stands behind the last end of a line. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip().setEncoding('utf8');
  // An error of either stream is thrown by the loop.
  pipeline(createReadStream(file), unpacked, () => undefined);
  let rest = '';
  try {
    for await (const text of unpacked as AsyncIterable<string>) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    const isBroken = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
    if (!isBroken) throw error;
    throw new Error(notWhole, { cause: error });
  }
}

function pairsOf(text: string): Map<string, string> {
  return new Map(
    text
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}

/** The fields of one line; a quoted one may hold commas and doubled quotes. */
function fieldsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}

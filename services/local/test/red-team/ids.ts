/** Kinds of things that have ids. */
const kinds = [
  'person',
  'provider',
  'slot',
  'hold',
  'appointment',
  'waiting',
  'series',
  'entry',
  'referral',
  'session',
  'closure',
  'leave',
  'link',
  'request',
  'code',
] as const;
export type Kind = (typeof kinds)[number];

/** Ids by kind, in the order in which they became known. */
export type Ids = ReadonlyMap<Kind, readonly string[]>;

const kindOf: readonly (readonly [RegExp, Kind])[] = [
  [/^linkId$/, 'link'],
  [/^\{?requests?(Id)?\}?$/, 'request'],
  [/slot/i, 'slot'],
  [/hold|offer/i, 'hold'],
  [/series/i, 'series'],
  [/referral/i, 'referral'],
  [/provider|author|orderedBy/i, 'provider'],
  [/patient|person|proxy|proxies|people|reader|actingFor|actsFor/i, 'person'],
  [/record|version|chart|correction/i, 'entry'],
  [/waiti?n?g?(list)?/i, 'waiting'],
  [/appointment|visit|reservation/i, 'appointment'],
  [/entr(y|ies)/i, 'entry'],
  [/session/i, 'session'],
  [/closure/i, 'closure'],
  [/leave|disruption/i, 'leave'],
];

/** The kind that a name says: of a field, of a part of a path. */
export function kindNamed(name: string): Kind | undefined {
  return kindOf.find(([pattern]) => pattern.test(name))?.[1];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Tells every id in an answer, and which version the thing is at where that stands beside it. */
export function readIds(
  answer: unknown,
  found: (kind: Kind, id: string, version: number | undefined) => void,
  within = '',
): void {
  if (Array.isArray(answer)) {
    for (const each of answer) readIds(each, found, within);
    return;
  }
  if (typeof answer !== 'object' || answer === null) return;
  const version = 'version' in answer && typeof answer.version === 'number' ? answer.version : undefined;
  // A proxy's link names both people; else a thing is what the name says under which it stands.
  const isLink = 'scope' in answer || 'proxyId' in answer;
  for (const [name, value] of Object.entries(answer)) {
    if (typeof value === 'object') readIds(value, found, name);
    else if (name === 'code' && typeof value === 'string') found('code', value, undefined);
    else if (typeof value === 'string' && uuid.test(value)) {
      const own = name !== 'id' ? kindNamed(name) : isLink ? 'link' : kindNamed(within);
      if (own !== undefined) found(own, value, version);
    }
  }
}

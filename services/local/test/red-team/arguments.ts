import { randomUUID } from 'node:crypto';
import type { Schema } from '@healthbooker/protos/schema';
import { type Ids, type Kind, kindNamed } from './ids.ts';
import type { Operation } from './operations.ts';
import type { Random } from './random.ts';

/** What an attacker can put into a request. */
export type Supply = {
  random: Random;
  /** The attacker's own ids and those of the victim that they know. */
  known: Ids;
  /** Ids in earlier answers of the chain. */
  seen: Ids;
  /** Ids that some chain came by, the latest last. */
  gained: Ids;
  /** The version that something is at, as far as the attacker knows. */
  versionOf(id: string): number;
  /** Kinds of visits, the victim's and the attacker's. */
  needs: readonly { specialtyId: string; visitTypeId: string; locationId: string }[];
};

/** A request as it is sent. */
export type Made = { path: string; headers: Readonly<Record<string, string>>; body: unknown };

const day_ms = 86_400_000;
const dateIn = (days: number) => new Date(Date.now() + days * day_ms).toISOString().slice(0, 10);
const words = {
  mode: 'in-person',
  starts: '20:00',
  ends: '21:00',
  email: 'mallory@example.com',
  name: 'Ada Lovelace',
  birthDate: '1985-12-09',
  phone: '020 7946 0001',
  timeZone: 'Europe/London',
  language: 'en',
  sex: 'female',
  clinicalStatus: 'active',
  severity: 'mild',
  status: 'active',
  unit: 'mm',
  state: 'declined',
  onsetDate: '',
  startedDate: '',
  fromTime: '',
  toTime: '',
  urgency: 'routine',
  postcode: 'SE1 7XX',
  form: 'encounter-note',
} as const;
const numbers: Readonly<Record<string, number>> = {
  lateMinutes: 20,
  delayMinutes: 10,
  seats: 1,
  everyWeeks: 1,
  count: 2,
  value: 42,
  pageSize: 20,
  limit: 20,
  reservedPercent: 0,
  releaseBeforeMinutes: 0,
  lengthMinutes: 0,
  // A policy that lets everything happen, so that a change of it ends no chains.
  proxyChildUntilAgeYears: 16,
  proxyConfirmWithinHours: 24,
  proxyByStaffForDays: 365,
  openVisitsPerSpecialty: 1e5,
  openSeriesPerSpecialty: 1e5,
  newVisitsPerDay: 1e5,
  movesPerDay: 1e5,
  waitingPlaces: 1000,
  lateCancellationHours: 24,
};
/** What narrows or refines a request, and is left out most of the time. */
const seldom =
  /^(holdId|referralId|accessNeeds|mode|timesOfDay|daysOfWeek|latestDate|earliestDate|dueDate|cursor|pageToken|coding|carveOut|reservedFor|referenceLow|referenceHigh|openOnly|ended|subjectId|leaveId|disruptionId|onlyOpen|others|limit|pageSize|lastDate|locationId|from|to|timeZone|sex|firstSlotId|others?Only|specialtyName|providerName|locationName|visitTypeName|toSlotId)$/;
/** Where the same is what it is about, which contracts do not say. */
const needed: readonly (readonly [RegExp, RegExp])[] = [
  [/Offer|(Extend|Release)Hold/, /^holdId$/],
  [/WithdrawReferral/, /^referralId$/],
  [/Leave$|SettleWorkItem/, /^leaveId$/],
  [/Leave$|Closure$|Session$|Optimality$/, /^lastDate$/],
];
/** What a request is about: left out now and then, so that it is about the caller. */
const subject = /^(patientId|personId|providerId)$/;

/** A request for an operation, right by its schema as far as the schema says, about ids that the attacker has. */
export function makeRequest(operation: Operation, supply: Supply): Made {
  return new Maker(operation, supply).make();
}

class Maker {
  readonly #operation: Operation;
  readonly #supply: Supply;
  readonly #need: Supply['needs'][number];
  readonly #day: number;
  /** What the request is about so far, which is whose version it names. */
  #about: string | undefined;

  constructor(operation: Operation, supply: Supply) {
    this.#operation = operation;
    this.#supply = supply;
    const { random, needs } = supply;
    this.#need = random.of(needs) ?? needs[0] ?? { specialtyId: '', visitTypeId: '', locationId: '' };
    this.#day = 60 + random.below(300);
  }

  make(): Made {
    const { path, query, requiredQuery, headers, body } = this.#operation;
    const parts = path.split('/');
    const filled = parts.map((part, index) => (part.startsWith('{') ? this.#pathPart(parts, index) : part));
    const asked = Object.entries(query).flatMap(([name, schema]) => {
      if (
        !this.#isIncluded(name, requiredQuery.includes(name)) ||
        (name === 'kind' && this.#supply.random.chance(0.9))
      )
        return [];
      const value = this.#value(name, schema);
      return value === '' || value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`];
    });
    const made = body && this.#value('', body);
    return {
      path: `${filled.join('/')}${asked.length > 0 ? `?${asked.join('&')}` : ''}`,
      headers: Object.fromEntries(headers.map((name) => [name.toLowerCase(), this.#header(name)])),
      body: made,
    };
  }

  #header(name: string): string {
    return name.toLowerCase() === 'if-match' ? `"${this.#version()}"` : randomUUID();
  }

  #pathPart(parts: readonly string[], index: number): string {
    const [before = '', part = '', behind] = parts.slice(index - 1, index + 2);
    // /proxies/{id} is somebody's, /proxies/{id}/confirm a link's.
    if (part === '{id}' && before === 'proxies' && behind !== undefined) return this.#id('link');
    if (part === '{form}') return words.form;
    if (part === '{version}') return String(this.#version());
    if (part === '{code}') return this.#id('code');
    const ofName = part === '{id}' ? undefined : kindNamed(part);
    const ofFolder =
      before === 'acting-for' ? 'person' : before === 'decisions' ? 'appointment' : kindNamed(before);
    const makesIt = this.#operation.method === 'PUT' && /session|closure|leave/.test(before);
    if (makesIt && this.#supply.random.chance(0.7)) return randomUUID();
    const kind = ofName ?? ofFolder;
    return kind === undefined ? randomUUID() : this.#id(kind);
  }

  /** Half of the time one from this chain, else one the attacker knew, or came by. */
  #id(kind: Kind): string {
    const { random, seen, known, gained } = this.#supply;
    const [here, before, later] = [seen.get(kind) ?? [], known.get(kind) ?? [], gained.get(kind) ?? []];
    const from =
      random.chance(0.4) && here.length > 0 ? here : random.chance(0.25) && later.length > 0 ? later : before;
    const id = random.of(from) ?? random.of(later) ?? randomUUID();
    if (kind !== 'slot' && kind !== 'provider' && kind !== 'person') this.#about = id;
    else this.#about ??= id;
    return id;
  }

  #version(): number {
    return this.#about === undefined ? 1 : this.#supply.versionOf(this.#about);
  }

  #isIncluded(name: string, isRequired: boolean): boolean {
    if (isRequired || needed.some(([at, field]) => at.test(this.#operation.name) && field.test(name)))
      return true;
    // A profile's name stays as it is but by request.
    if (name === 'name' && /^PATCH|UpdateProfile/.test(this.#operation.name)) return false;
    if (name === 'need' && this.#operation.method === 'Reserve') return this.#supply.random.chance(0.3);
    if (seldom.test(name)) return this.#supply.random.chance(0.15);
    return this.#supply.random.chance(subject.test(name) ? 0.85 : 0.97);
  }

  #value(name: string, schema: Schema): unknown {
    const { random } = this.#supply;
    if (schema.$ref !== undefined) {
      const named = this.#operation.components[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)];
      return named === undefined ? undefined : this.#value(name, named);
    }
    // Beside fields a choice says which of them are needed.
    const choices = schema.properties ? undefined : (schema.oneOf ?? schema.anyOf);
    if (choices !== undefined) {
      const real = choices.filter(({ type }) => type !== 'null');
      const isNone = real.length < choices.length && random.chance(0.5);
      return isNone ? null : this.#value(name, random.of(real) ?? {});
    }
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return this.#choice(name, schema.enum);
    switch (schema.type) {
      case 'object':
        return this.#object(schema);
      case 'array':
        return this.#array(name, schema);
      case 'boolean':
        return name === 'dryRun' ? random.chance(0.7) : name !== 'emergencySigns' && random.chance(0.5);
      case 'integer':
      case 'number':
        return this.#number(name, schema);
      default:
        return this.#text(name, schema);
    }
  }

  #object({ properties = {}, required = [] }: Schema): Record<string, unknown> {
    const made: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(properties)) {
      if (!this.#isIncluded(name, required.includes(name))) continue;
      const value = this.#value(name, schema);
      if (value !== undefined) made[name] = value;
    }
    return made;
  }

  #array(name: string, { items = {}, minItems = 1 }: Schema): unknown[] {
    if (name === 'moves') return [];
    const length = name === 'visits' ? 2 : Math.max(minItems, 1);
    return Array.from({ length }, () => this.#value(name, items));
  }

  #choice(name: string, values: readonly unknown[]): unknown {
    const { random } = this.#supply;
    if (name === 'scope') return values[0];
    // What everybody may ask for half of the time.
    const usual = values.find((value) => /routine|arrived|in.person/i.test(String(value)));
    return usual !== undefined && random.chance(0.5) ? usual : random.of(values);
  }

  #number(name: string, { minimum }: Schema): number {
    const isNew = this.#operation.method === 'PUT' || this.#operation.method === 'PutSession';
    if (/version/i.test(name)) return isNew && this.#supply.random.chance(0.7) ? 0 : this.#version();
    if (name === 'weekday') return new Date(dateIn(this.#day)).getUTCDay() || 7;
    return numbers[name] ?? Math.max(minimum ?? 1, 1);
  }

  #text(name: string, schema: Schema): string {
    const { random } = this.#supply;
    const need: Readonly<Record<string, string>> = this.#need;
    if (need[name] !== undefined) return need[name];
    const { method } = this.#operation;
    if (/key$/i.test(name)) return randomUUID();
    if (name === 'code' && this.#operation.body?.properties?.['code'] !== undefined) return this.#id('code');
    if (/date/i.test(name) && !(name in words))
      return dateIn(/^(earliest|from|first|last|latest|due)/.test(name) ? this.#day : 5);
    if (name === 'from' || name === 'to' || /At$/.test(name)) {
      // A day is a pattern, an instant a format.
      const isDay = schema.pattern !== undefined && schema.format === undefined;
      // A day, or weeks.
      const until = isDay ? 0 : random.chance(0.5) ? 1 : 30;
      const at = Date.now() + (/^to/.test(name) ? until : -1) * day_ms;
      const text = new Date(at).toISOString();
      return isDay ? text.slice(0, 10) : text;
    }
    if (/cursor|token/i.test(name)) return '';
    if (name === 'name' && /draft/i.test(this.#operation.name)) return 'text';
    if (name in words) return words[name as keyof typeof words];
    const makesIt = /^(Reserve|ReserveSeries|PutSession|AddClosure|ApplyLeave)$/.test(method);
    if (makesIt && /^(appointmentId|seriesId|id|leaveId|disruptionId)$/.test(name)) return randomUUID();
    if (/ids?$/i.test(name)) {
      const kind =
        /^(appointmentId|id)$/.test(name) && /Waitlist|Offer|Retriage|RecordContact/.test(method)
          ? 'waiting'
          : kindNamed(name);
      return kind === undefined ? randomUUID() : this.#id(kind);
    }
    return random.chance(0.9) ? 'Nothing of note' : '';
  }
}

/** What the edges answer when they refuse (RFC 9457), as far as the portals read it. */
type ProblemBody = {
  type?: unknown;
  title?: unknown;
  detail?: unknown;
  instance?: unknown;
  errors?: unknown;
  alternatives?: unknown;
  warnings?: unknown;
};

/** What of a chart speaks against an entry. */
export type SafetyWarnings = {
  /** Goes with the reason: names exactly these warnings. */
  key: string;
  findings: readonly {
    kind: 'allergy' | 'class' | 'cross-reaction' | 'duplicate';
    entryId: string;
    recorded: string;
    shared: string;
    severity: string;
    reaction: string;
    why: string;
  }[];
  /** How many there are beside these. */
  more: number;
};

export type AlternativeSlot = {
  id: string;
  providerName: string;
  locationId: string;
  timeZone: string;
  startAt: string;
  endAt: string;
  /** Of a class. */
  placesLeft?: number;
};

/** A refusal of an edge, or `unreachable` when nothing answered. The message is fit to show. */
export class ApiProblem extends Error {
  /** The last part of the problem type: slot-taken, conflict, not-found, unavailable, … */
  readonly kind: string;
  /** 0 when nothing answered. */
  readonly status: number;
  /** The id to quote to the clinic. */
  readonly requestId: string | undefined;
  readonly fields: readonly { field: string; message: string }[];
  readonly alternatives: readonly AlternativeSlot[];
  readonly warnings: SafetyWarnings | undefined;

  constructor(status: number, body: ProblemBody) {
    super(text(body.detail) ?? text(body.title) ?? 'Something went wrong. Try again in a moment.');
    this.name = 'ApiProblem';
    this.status = status;
    this.kind = text(body.type)?.split('/').at(-1) ?? 'internal';
    this.requestId = text(body.instance)?.replace(/^urn:uuid:/, '');
    this.fields = Array.isArray(body.errors) ? body.errors.filter(isFieldError) : [];
    this.alternatives = Array.isArray(body.alternatives) ? body.alternatives.filter(isSlot) : [];
    this.warnings = isWarnings(body.warnings) ? body.warnings : undefined;
  }
}

/** Nothing answered: no network, or the clinic's side is down. */
export function unreachable(): ApiProblem {
  return new ApiProblem(0, {
    type: 'unreachable',
    detail: 'We cannot reach HealthBooker. Check your connection and try again.',
  });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isFieldError(value: unknown): value is { field: string; message: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'field' in value &&
    typeof value.field === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}

function isSlot(value: unknown): value is AlternativeSlot {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['id', 'providerName', 'locationId', 'timeZone', 'startAt', 'endAt'].every(
      (key) => typeof (value as Record<string, unknown>)[key] === 'string',
    )
  );
}

function isWarnings(value: unknown): value is SafetyWarnings {
  if (typeof value !== 'object' || value === null) return false;
  const { key, findings, more } = value as Record<string, unknown>;
  return (
    typeof key === 'string' &&
    typeof more === 'number' &&
    Array.isArray(findings) &&
    findings.every((one) =>
      ['kind', 'entryId', 'recorded', 'shared', 'severity', 'reaction', 'why'].every(
        (name) => typeof one?.[name] === 'string',
      ),
    )
  );
}

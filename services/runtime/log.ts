import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
export type Logger = PinoLogger;

/** Fields whose values are never logged, at the top level or one level below. */
const secretFields = [
  'authorization',
  'token',
  'accessToken',
  'idToken',
  'refreshToken',
  'password',
  'secret',
  'cookie',
];

const jsonWebToken = /eyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g;

/**
 * One JSON object per line on standard output (or `destination`): `level`, `time` (RFC 3339), `service`, `msg`,
 * and within a request `traceId`. Ids of people may be logged; names, addresses, clinical text and request
 * bodies may not. Tokens are removed wherever they occur in a line.
 */
export function createLogger(
  service: string,
  level: LogLevel = 'info',
  destination?: DestinationStream,
): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: secretFields.flatMap((field) => [field, `*.${field}`]),
      censor: '[redacted]',
    },
    serializers: { err: describeError },
    hooks: {
      streamWrite: (line: string) => (line.includes('eyJ') ? line.replaceAll(jsonWebToken, '[token]') : line),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

export type ErrorDescription = {
  type: string;
  message: string;
  code?: string | number;
  kind?: string;
  stack?: string;
  cause?: ErrorDescription;
};

/**
 * What a log line keeps of an error: its type, text, code and stack, and those of its causes, at most four deep.
 * Everything else is left out, because stores put row values there (PostgreSQL's `detail` quotes the key). The text
 * of a SyntaxError is left out too: JSON.parse quotes its input there, and at the head of the stack.
 */
export function describeError(err: unknown, depth = 0): ErrorDescription {
  if (!(err instanceof Error)) return { type: typeof err, message: String(err) };
  if (err instanceof SyntaxError) {
    const calls = (err.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
    return { type: err.name, message: 'text that cannot be parsed', stack: calls.join('\n') };
  }
  const description: ErrorDescription = { type: err.name, message: err.message };
  if ('code' in err && (typeof err.code === 'string' || typeof err.code === 'number')) {
    description.code = err.code;
  }
  if ('kind' in err && typeof err.kind === 'string') description.kind = err.kind;
  if (err.stack !== undefined) description.stack = err.stack;
  if (err.cause !== undefined && depth < 4) description.cause = describeError(err.cause, depth + 1);
  return description;
}

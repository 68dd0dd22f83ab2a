import { createHash } from 'node:crypto';

/** SHA-256 of a request, whatever the order of its fields. */
export function requestHash(operation: string, request: unknown): Buffer {
  return createHash('sha256').update(operation).update('\n').update(canonicalJson(request)).digest();
}

/** JSON with the keys of every object in code-unit order; undefined fields are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

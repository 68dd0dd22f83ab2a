import type { MessageShape } from '@healthbooker/protos/load';

const named = /^(?:id|.*Ids?)$/;
const upperCaseUuid = /^(?=.*[A-F])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/;

/**
 * Changes every UUID in a message to lower case, in place: RFC 9562 allows either case, but stores, events and rights
 * compare text. Other ids stay as they are.
 */
export function foldIds(shape: MessageShape, message: unknown): void {
  if (typeof message !== 'object' || message === null) return;
  const fields = message as Record<string, unknown>;
  for (const field of shape) {
    const value = fields[field.name];
    if (value === undefined || value === null) continue;
    if (field.kind === 'message') {
      for (const one of Array.isArray(value) ? value : [value]) foldIds(field.shape(), one);
    } else if (field.kind === 'text' && named.test(field.name)) {
      fields[field.name] = Array.isArray(value) ? value.map(folded) : folded(value);
    }
  }
}

function folded(value: unknown): unknown {
  return typeof value === 'string' && upperCaseUuid.test(value) ? value.toLowerCase() : value;
}

import type { MessageShape } from '@healthbooker/protos/load';
import { type FieldError, ServiceError } from './errors.ts';
import { isStorable, unstorable } from './text.ts';

/** More errors than this help nobody. */
const maxErrors = 20;
const notInt32 = 'must be a whole number from -2147483648 to 2147483647';

/**
 * Refuses a message with a text that no store accepts, or with a number that does not fit its field and would change
 * on the way. Every RPC is checked here on both sides, besides its own checks. @throws ServiceError invalid
 */
export function checkMessage(shape: MessageShape, message: unknown): void {
  const errors: FieldError[] = [];
  collect(shape, message, '', errors);
  if (errors.length === 0) return;
  const only = errors.length === 1 ? errors[0] : undefined;
  const sentence = only ? `${only.field} ${only.message}.` : 'Some fields are not right.';
  throw new ServiceError('invalid', sentence, { fields: errors });
}

function collect(shape: MessageShape, message: unknown, path: string, errors: FieldError[]): void {
  if (typeof message !== 'object' || message === null) return;
  for (const field of shape) {
    const value = (message as Readonly<Record<string, unknown>>)[field.name];
    if (value === undefined || value === null) continue;
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (let index = 0; index < values.length && errors.length < maxErrors; index += 1) {
      const name = Array.isArray(value) ? `${path}${field.name}[${index}]` : `${path}${field.name}`;
      const one = values[index];
      if (field.kind === 'message') collect(field.shape(), one, `${name}.`, errors);
      else if (field.kind === 'text') {
        if (typeof one === 'string' && !isStorable(one)) errors.push({ field: name, message: unstorable });
      } else if (typeof one === 'number' && one !== (one | 0))
        errors.push({ field: name, message: notInt32 });
    }
  }
}

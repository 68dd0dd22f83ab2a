import { ServiceError } from '@healthbooker/runtime/errors';
import { isVisible } from '@healthbooker/runtime/text';

/** A patient's request to correct an entry, as it is stored. */
export type Correction = {
  entryId: string;
  entryVersion: number;
  text: string;
  state: 'open' | 'corrected' | 'declined';
};

/**
 * Somebody's words, without the blanks around them.
 * @throws ServiceError invalid, naming the field
 */
export function checkWords(field: string, sent: string, max: number): string {
  const words = sent.trim();
  if (isVisible(words) && words.length <= max) return words;
  throw new ServiceError('invalid', 'The request has errors.', {
    fields: [{ field, message: `must have 1 to ${max} characters, one of them visible` }],
  });
}

export function unknownEntry(): ServiceError {
  return new ServiceError('not-found', 'There is no such entry in this chart.');
}

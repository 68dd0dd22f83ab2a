import { enumWords } from './words.ts';

/** How patient and provider meet. */
export const visitModes = enumWords({
  VISIT_MODE_IN_PERSON: 'in-person',
  VISIT_MODE_VIDEO: 'video',
  VISIT_MODE_PHONE: 'phone',
});

/** The mode's word; where a service says nothing the visit is in person. */
export function modeJson(name: string): 'in-person' | 'video' | 'phone' {
  return name === 'VISIT_MODE_UNSPECIFIED' ? 'in-person' : visitModes.toWord(name);
}

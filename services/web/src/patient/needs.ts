/** Help that people often need at a visit. What else is stored in a profile is shown as it is. */
export const commonNeeds = [
  'Step-free access',
  'Interpreter',
  'British Sign Language interpreter',
  'Hearing loop',
  'Large print',
  'Longer appointment',
  'Somebody to come in with me',
] as const;

/** The common needs and whatever else somebody has. */
export function needOptions(chosen: readonly string[]): { value: string; label: string }[] {
  return [...new Set([...commonNeeds, ...chosen])].map((need) => ({ value: need, label: need }));
}

/** How many may still come to a class, of those who choose from its starts; nothing for a visit of one patient. */
export function placesLeft({ placesLeft: left }: { placesLeft?: number }): string {
  if (left === undefined) return '';
  return left === 1 ? '1 place left' : `${left} places left`;
}

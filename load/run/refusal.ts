/** Why nothing was begun, in one sentence for the person at the terminal; the command ends with 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

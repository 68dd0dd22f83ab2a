/** An instant as the table keeps it: RFC 3339 in UTC with whole seconds, so that text sorts as time does. */
export function toInstant(text: string): string {
  return `${new Date(text).toISOString().slice(0, 19)}Z`;
}

/** One server-sent event. */
export type ServerEvent = { name: string; data: string };

/**
 * Splits a stream of text into server-sent events as the HTML standard does, as far as the edges use it:
 * `event:` and `data:` lines, comments ignored, a blank line ends an event.
 */
export function createEventParser(): (chunk: string) => ServerEvent[] {
  let rest = '';
  let name = 'message';
  let data: string[] = [];
  return (chunk) => {
    const events: ServerEvent[] = [];
    const lines = (rest + chunk).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) events.push({ name, data: data.join('\n') });
        name = 'message';
        data = [];
      } else if (line.startsWith('event:')) {
        name = line.slice(6).trim();
      } else if (line.startsWith('data:')) {
        data.push(line.slice(5).replace(/^ /, ''));
      }
    }
    return events;
  };
}

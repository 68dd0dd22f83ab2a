import type { QueryClient } from '@tanstack/react-query';
import type { ServerEvent } from '../shared/live/events.ts';
import { timelineQuery } from './api.ts';
import { changeOf, shows } from './change.ts';

/** The timeline may be updated later than the news arrives: it is read again after these milliseconds. */
const waits_ms = [0, 700, 2_000, 5_000, 12_000];

/** Refreshes what an event concerns, the timeline until it shows the change or the waits are over. */
export async function followChange(queries: QueryClient, event: ServerEvent): Promise<void> {
  if (event.name === 'waitlist') return queries.invalidateQueries({ queryKey: ['waitlist'] });
  if (event.name === 'proxy') return queries.invalidateQueries({ queryKey: ['proxies'] });
  void queries.invalidateQueries({ queryKey: [event.name === 'record' ? 'record' : 'appointment'] });
  if (event.name === 'delay') return;
  if (event.name === 'appointment') void queries.invalidateQueries({ queryKey: ['referrals'] });
  const change = changeOf(event);
  for (const wait_ms of waits_ms) {
    await new Promise((resolve) => setTimeout(resolve, wait_ms));
    await queries.invalidateQueries({ queryKey: timelineQuery.queryKey });
    const timeline = queries.getQueryData(timelineQuery.queryKey);
    if (timeline === undefined || change === undefined || shows(timeline, change)) return;
  }
}

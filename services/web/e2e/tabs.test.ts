import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { helloTo, signIn, signInAtClinic } from './pages.ts';
import { londonDate } from './six-steps.ts';
import { type PortalStack, startPortals } from './stack.ts';
import { eventually } from './stored.ts';
import { together, visit } from './visitor.ts';

const hour_ms = 3_600_000;
const day_ms = 24 * hour_ms;
/** More than a browser has connections to one address over HTTP/1.1. */
const tabs = 10;

let stack: PortalStack;
let browser: Browser;

before(async () => {
  [stack, browser] = await Promise.all([startPortals(), launchBrowser()]);
});
after(async () => {
  await browser?.close();
  await stack?.close();
});

/** The tabs that have a stream of live updates open. */
function streamsOf(context: BrowserContext): () => Page[] {
  const open = new Set<Request>();
  context.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('/v1/live')) open.add(request);
  });
  const close = (request: Request) => void open.delete(request);
  context.on('requestfinished', close);
  context.on('requestfailed', close);
  return () => [...open].map((request) => request.frame().page()).filter((page) => !page.isClosed());
}

async function answered(pages: readonly Page[], heading: string): Promise<void> {
  await Promise.all(pages.map((page) => page.getByRole('heading', { level: 1, name: heading }).waitFor()));
}

test('ten tabs of the patients’ portal share one stream, which moves on when its tab closes', async () => {
  const { url, hospital } = stack;
  const soon = new Date(Math.ceil(Date.now() / day_ms) * day_ms + day_ms + 9 * hour_ms);
  const slots = await hospital.addSlots(soon, 3);
  const person = stack.patient('Tabea Tabs');
  const visitor = await visit(browser, { url, name: 'tabs' });
  const context = visitor.page.context();
  const streams = streamsOf(context);
  await together([visitor], async () => {
    await signIn(visitor, person);
    const more = await Promise.all(Array.from({ length: tabs - 1 }, () => context.newPage()));
    await Promise.all(more.map((page) => page.goto(url)));
    const pages = [visitor.page, ...more];
    await answered(pages, helloTo(person));

    const shown = async (book: Promise<string>, on: readonly Page[]) => {
      const id = await book;
      await Promise.all(on.map((page) => page.locator(`a[href="/appointments/${id}"]`).first().waitFor()));
    };
    await shown(stack.book(person, slots[0] ?? ''), pages);
    const [leader, ...others] = streams();
    assert.ok(leader);
    assert.deepEqual(others, [], 'one stream');

    // The first tab stays, for the visitor is made of it.
    const closing = leader === visitor.page ? more.pop() : leader;
    const before = performance.now();
    if (leader === visitor.page) await leader.goto('about:blank');
    else await closing?.close();
    const next = await eventually('another tab has the stream', async () => {
      const [heir] = streams();
      return heir === leader ? undefined : heir;
    });
    assert.ok(performance.now() - before < 5_000, 'within seconds');
    assert.equal(streams().length, 1);
    const left = pages.filter((page) => page !== leader && !page.isClosed());
    assert.ok(left.includes(next));
    await shown(stack.book(person, slots[1] ?? ''), left);
  });
});

test('ten tabs of the clinic and the administration share one stream, and show what changes', async () => {
  const { url, hospital, provider } = stack;
  const later = new Date(Math.ceil(Date.now() / day_ms) * day_ms + 2 * day_ms + 9 * hour_ms);
  const [slotId = ''] = await hospital.addSlots(later, 1);
  const dayList = `/clinic/?date=${londonDate(later)}`;
  const visitor = await visit(browser, { url, name: 'clinic-tabs' });
  const context = visitor.page.context();
  const streams = streamsOf(context);
  /** A tab that another opens has its session. */
  const open = async (path: string) => {
    const [page] = await Promise.all([
      context.waitForEvent('page'),
      visitor.page.evaluate((to) => void window.open(to), path),
    ]);
    return page;
  };
  await together([visitor], async () => {
    await signInAtClinic(visitor, provider);
    await visitor.arrive('My day');
    const offices = [await open('/admin/waiting-list'), await open('/admin/waiting-list')];
    const days: Page[] = [];
    while (days.length + offices.length + 1 < tabs) days.push(await open(dayList));
    await Promise.all([answered(offices, 'Waiting list'), answered(days, 'My day')]);
    assert.equal(streams().length, 1);
    const patient = stack.patient('Clara Calls');
    await stack.book(patient, slotId);
    await Promise.all(days.map((page) => page.getByText(patient.name).first().waitFor()));
  });
});

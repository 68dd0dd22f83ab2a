import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { control, type Hand } from './hand.ts';

/** More stops than any page has. */
const longestWay = 250;

/** Uses nothing but keys. Wherever Tab stops, the focus must be in view and under nothing. */
export function keyboard(page: Page): Hand {
  const key = (name: string) => page.keyboard.press(name);

  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let stops = 0; stops < longestWay; stops += 1) {
      const stop = await target.evaluate(focusState);
      assert.ok(stops === 0 || !stop.hidden, `the focus is not in view: ${stop.name}`);
      if (stop.reached) return;
      await key('Tab');
    }
    throw new Error(`Tab never reaches ${target}`);
  }

  /** Arrow keys move within a group of radios, Tab only to it. */
  async function chooseRadio(target: Locator): Promise<void> {
    await target.waitFor();
    const group = await target.evaluate((radio) => (radio as HTMLInputElement).name);
    for (let stops = 0; stops < longestWay; stops += 1) {
      const { inGroup, reached, checked } = await target.evaluate((radio, name) => {
        const focused = document.activeElement;
        return {
          inGroup: focused instanceof HTMLInputElement && focused.name === name,
          reached: focused === radio,
          checked: (radio as HTMLInputElement).checked,
        };
      }, group);
      if (reached && checked) return;
      await key(reached ? 'Space' : inGroup ? 'ArrowDown' : 'Tab');
    }
    throw new Error(`no key reaches ${target}`);
  }

  return {
    async follow(name) {
      await tabTo(control(page, 'link', name));
      await key('Enter');
    },
    async press(name) {
      await tabTo(control(page, 'button', name));
      await key('Enter');
    },
    async type(label, text) {
      await tabTo(page.getByLabel(label, { exact: true }));
      await page.keyboard.type(text);
    },
    choose: (name) => chooseRadio(control(page, 'radio', name)),
    async tick(name) {
      await tabTo(control(page, 'checkbox', name));
      await key('Space');
    },
    async pick(label, option) {
      const list = control(page, 'combobox', label);
      await tabTo(list);
      await page.keyboard.type(option);
      assert.equal(
        await list.evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.label),
        option,
      );
    },
  };
}

/** In the page: whether the focus is on `target`, and whether what has it can be seen. */
function focusState(target: Element): { reached: boolean; hidden: boolean; name: string } {
  const focused = document.activeElement;
  const box = focused?.getClientRects()[0];
  if (!focused || !box || focused === document.body)
    return { reached: false, hidden: false, name: 'the page' };
  // The middle of what fits on the screen of something larger than it.
  const middle = (from: number, to: number, size: number) => (Math.max(from, 0) + Math.min(to, size)) / 2;
  const x = middle(box.left, box.right, innerWidth);
  const y = middle(box.top, box.bottom, innerHeight);
  const above = document.elementFromPoint(x, y);
  const labels = focused instanceof HTMLInputElement ? [...(focused.labels ?? [])] : [];
  const isSeen =
    above !== null && [focused, ...labels].some((one) => one.contains(above) || above.contains(one));
  return {
    reached: focused === target,
    hidden: !isSeen,
    name: `${focused.tagName} ${focused.id} ${focused.textContent?.slice(0, 60)}`,
  };
}

import type { Locator, Page } from 'playwright-core';

/** The actions of a person on a page. The same journey is done with the mouse, and with the keyboard alone. */
export type Hand = {
  /** Follows a link by its name. */
  follow(name: string | RegExp): Promise<void>;
  /** Presses a button by its name. */
  press(name: string | RegExp): Promise<void>;
  /** Types into the field with this label. */
  type(label: string, text: string): Promise<void>;
  /** Chooses the radio with this name. */
  choose(name: string | RegExp): Promise<void>;
  /** Ticks the checkbox with this name. */
  tick(name: string | RegExp): Promise<void>;
  /** Chooses an option of the list with this label. */
  pick(label: string, option: string): Promise<void>;
};

/** The first control of a kind with a name, the whole of it unless it is a pattern. */
export function control(
  page: Page,
  role: 'link' | 'button' | 'radio' | 'checkbox' | 'combobox',
  name: string | RegExp,
): Locator {
  return page.getByRole(role, { name, exact: true }).first();
}

export function mouse(page: Page): Hand {
  return {
    follow: (name) => control(page, 'link', name).click(),
    press: (name) => control(page, 'button', name).click(),
    type: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
    choose: (name) => control(page, 'radio', name).check(),
    tick: (name) => control(page, 'checkbox', name).check(),
    pick: async (label, option) => {
      await control(page, 'combobox', label).selectOption({ label: option });
    },
  };
}

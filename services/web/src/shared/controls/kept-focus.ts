/**
 * Keeps a person's place when the button that they pressed disappears together with its row or section: the focus
 * goes to the heading of what follows, else of what contained it. Only headings get it, never a button, so that a
 * second Enter does nothing. Runs for as long as the page is open.
 */
export function keepFocus(): void {
  let last: { element: Element; within: readonly Element[] } | undefined;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) last = { element: target, within: ancestors(target) };
  });
  new MutationObserver((changes) => {
    if (last === undefined || last.element.isConnected || document.activeElement !== document.body) return;
    const { element, within } = last;
    const gone = changes.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(element)));
    const heading =
      headingIn(gone?.nextSibling) ??
      within
        .filter((one) => one.isConnected)
        .map(headingOf)
        .find((one) => one !== null);
    last = undefined;
    if (!heading) return;
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}

/** From the nearest to the outermost inside the page's body. */
function ancestors(element: Element): Element[] {
  const { parentElement } = element;
  return parentElement === null || parentElement === document.body
    ? []
    : [parentElement, ...ancestors(parentElement)];
}

function headingIn(node: Node | null | undefined): HTMLElement | null {
  return node instanceof Element ? node.querySelector('h1, h2, h3') : null;
}

/** What names a row, a section or a page. */
function headingOf(element: Element): HTMLElement | null {
  if (element instanceof HTMLTableRowElement) return element.querySelector('th[scope="row"]');
  const label = element.getAttribute('aria-labelledby');
  return (label === null ? null : document.getElementById(label)) ?? headingIn(element);
}

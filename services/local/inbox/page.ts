import type { Mail } from './mailbox.ts';

const refresh_s = 5;

/** The inbox as one page without scripts: the list, and beside it the mail chosen. It reloads itself. */
export function inboxPage(mails: readonly Mail[], chosen: Mail | undefined): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${chosen ? '' : `<meta http-equiv="refresh" content="${refresh_s}">`}
<title>Inbox · HealthBooker local</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; grid-template-columns: minmax(16rem, 24rem) 1fr; min-height: 100vh; }
nav { border-inline-end: 1px solid #8886; }
h1 { font-size: 1.25rem; margin: 1rem; }
ul { list-style: none; margin: 0; padding: 0; }
li a { display: block; padding: .6rem 1rem; color: inherit; text-decoration: none; border-top: 1px solid #8883; }
li a:hover, li a[aria-current] { background: #8882; }
li span, dt, .none { color: color-mix(in srgb, currentColor 75%, transparent); font-size: .875rem; }
li span { display: block; }
main { padding: 1rem; display: flex; flex-direction: column; gap: 1rem; min-width: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0; }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { flex: 1; min-height: 32rem; border: 1px solid #8886; background: #fff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
.none { margin: 1rem; }
@media (max-width: 44rem) { body { grid-template-columns: 1fr; } main { order: -1; } }
</style>
</head>
<body>
<nav aria-label="Mails">
<h1><a href="/inbox">Inbox</a></h1>
${mails.length === 0 ? '<p class="none">Mails and texts that HealthBooker sends arrive here.</p>' : list(mails, chosen)}
</nav>
<main>${chosen ? mail(chosen) : '<p class="none">Choose a mail to read it.</p>'}</main>
</body>
</html>`;
}

function list(mails: readonly Mail[], chosen: Mail | undefined): string {
  const items = mails.map(
    ({ id, subject, to, receivedAt }) =>
      `<li><a href="/inbox?id=${id}"${id === chosen?.id ? ' aria-current="true"' : ''}>${escaped(subject || '(no subject)')}` +
      `<span>${escaped(to.join(', '))}</span><span>${time(receivedAt)}</span></a></li>`,
  );
  return `<ul>${items.join('\n')}</ul>`;
}

function mail({ id, subject, from, to, receivedAt, text, html, attachments }: Mail): string {
  const files = attachments.map(
    ({ filename }, index) => `<a href="/inbox/messages/${id}/attachments/${index}">${escaped(filename)}</a>`,
  );
  return `<h2>${escaped(subject || '(no subject)')}</h2>
<dl><dt>From</dt><dd>${escaped(from)}</dd><dt>To</dt><dd>${escaped(to.join(', '))}</dd><dt>Received</dt><dd>${time(receivedAt)}</dd>
${files.length > 0 ? `<dt>Attached</dt><dd>${files.join(', ')}</dd>` : ''}</dl>
${html === undefined ? '' : `<iframe sandbox title="The mail as HTML" src="/inbox/messages/${id}/html"></iframe>`}
<details${html === undefined ? ' open' : ''}><summary>Plain text</summary><pre>${escaped(text)}</pre></details>`;
}

function time(instant: string): string {
  return `<time datetime="${instant}">${instant.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

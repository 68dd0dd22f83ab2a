import { escapeHtml, page } from './html.ts';

export type RenderedMail = { subject: string; text: string; html: string };

/** What every mail is made of. Empty help is left out. */
export type MailWords = {
  greeting: string;
  heading: string;
  opening: string;
  facts: readonly [label: string, value: string][];
  closing: string;
  link: string;
  url: string;
  help: string;
};

/** The words of a mail in plain text and HTML. */
export function renderWords(mail: MailWords): Omit<RenderedMail, 'subject'> {
  const { greeting, heading, opening, facts, closing, link, help } = mail;
  const text = [
    `${greeting},`,
    `${heading}. ${opening}`,
    ...(facts.length === 0 ? [] : [facts.map(([label, value]) => `${label}: ${value}`).join('\n')]),
    `${closing}\n${link}: ${mail.url}`,
    ...(help === '' ? [] : [help]),
    'HealthBooker sends this mail by itself; nobody reads answers to it.',
  ].join('\n\n');
  const html = page(heading, [
    `<p><bdi>${escapeHtml(greeting)}</bdi>,</p>`,
    `<p>${opening}</p>`,
    ...(facts.length === 0 ? [] : [factsTable(facts)]),
    `<p>${closing}</p>`,
    `<p><a class="button" href="${escapeHtml(mail.url)}">${link}</a></p>`,
    ...(help === '' ? [] : [`<p>${escapeHtml(help)}</p>`]),
    '<p class="muted">HealthBooker sends this mail by itself; nobody reads answers to it.</p>',
  ]);
  return { text: `${text}\n`, html };
}

function factsTable(facts: MailWords['facts']): string {
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th scope="row">${label}</th><td><bdi>${escapeHtml(value).replaceAll('\n', '<br>')}</bdi></td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

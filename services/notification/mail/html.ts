/**
 * Mail clients drop most of CSS, so this is a document that reads well without any. The colours are those of the
 * portals; dark ones apply where the client knows the reader's preference.
 */
const style = `
body{margin:0;padding:24px;background:#F4F7F7;color:#12222B;font:18px/28px 'Atkinson Hyperlegible Next',system-ui,sans-serif}
main{max-width:40rem;margin:0 auto;padding:24px;background:#FFFFFF;border-radius:12px}
h1{font-size:28px;line-height:36px;font-weight:650;margin:0 0 16px}
table{border-left:3px solid #0B5C66;border-collapse:collapse;margin:16px 0}
th,td{padding:4px 16px;text-align:left;vertical-align:top}
th,.muted{color:#4C5D68;font-weight:400}
bdi{overflow-wrap:anywhere}
.muted{font-size:16px;line-height:24px}
.button{display:inline-block;padding:10px 16px;background:#0B5C66;color:#FFFFFF;border-radius:6px;text-decoration:none}
@media(prefers-color-scheme:dark){body{background:#0E171C;color:#E9EFF2}main{background:#16232A}th,.muted{color:#AAB9C2}
table{border-color:#73CBD3}.button{background:#73CBD3;color:#04262B}}`;

/** A whole HTML mail. `heading` is plain text of ours; `blocks` are HTML, their values already escaped. */
export function page(heading: string, blocks: readonly string[]): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${heading}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
${blocks.join('\n')}
</main>
</body>
</html>
`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes any text safe in HTML content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

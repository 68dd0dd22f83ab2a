import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Mail, Mailbox } from './mailbox.ts';
import { inboxPage } from './page.ts';

/** A mail's own HTML may style itself and show what it carries; it can neither run code nor fetch anything. */
const mailPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";

/**
 * The inbox over HTTP:
 * - `GET /inbox[?id=]` the page,
 * - `GET /inbox/messages[?to=address]` → `{ messages: Mail[] }`, newest first, attachments as `{ filename,
 *   contentType, url }`,
 * - `GET /inbox/messages/<id>/html` and `/inbox/messages/<id>/attachments/<index>` the parts.
 */
export function createInboxServer(mailbox: Mailbox): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://inbox');
    response.setHeader('cache-control', 'no-store').setHeader('x-content-type-options', 'nosniff');
    const [root, collection, id, part, index, ...rest] = url.pathname.split('/').slice(1);
    const mail = id === undefined ? undefined : mailbox.find(id);
    if (request.method !== 'GET') send(response, 405, 'text/plain', 'Only GET is served here');
    else if (root !== 'inbox' || rest.length > 0) notFound(response);
    else if (collection === undefined || collection === '') {
      response.setHeader('content-security-policy', pagePolicy);
      const chosen = mailbox.find(url.searchParams.get('id') ?? '');
      send(response, 200, 'text/html; charset=utf-8', inboxPage(mailbox.list(), chosen));
    } else if (collection !== 'messages') notFound(response);
    else if (id === undefined) {
      const messages = mailbox.list(url.searchParams.get('to') ?? undefined).map(summary);
      send(response, 200, 'application/json', JSON.stringify({ messages }));
    } else if (part === 'html' && index === undefined && mail?.html !== undefined) {
      response.setHeader('content-security-policy', mailPolicy);
      send(response, 200, 'text/html; charset=utf-8', mail.html);
    } else if (part === 'attachments' && mail?.attachments[Number(index)]) {
      const attachment = mail.attachments[Number(index)];
      if (!attachment) return notFound(response);
      const filename = encodeURIComponent(attachment.filename);
      response.setHeader('content-disposition', `attachment; filename*=UTF-8''${filename}`);
      send(response, 200, attachment.contentType, Buffer.from(attachment.base64, 'base64'));
    } else notFound(response);
  });
}

function summary(mail: Mail) {
  return {
    ...mail,
    attachments: mail.attachments.map(({ filename, contentType }, index) => ({
      filename,
      contentType,
      url: `/inbox/messages/${mail.id}/attachments/${index}`,
    })),
  };
}

function notFound(response: ServerResponse): void {
  send(response, 404, 'text/plain', 'There is no such mail');
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}

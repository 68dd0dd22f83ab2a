/** The least that Node can do for a request: node:http answering fixed JSON. BODY_BYTES sets its length. */
import { createServer } from 'node:http';

const length = Number(process.env['BODY_BYTES'] ?? 1000);
const body = Buffer.from(JSON.stringify({ filler: 'x'.repeat(Math.max(0, length - 13)) }));
const server = createServer((request, response) => {
  if (request.url === '/cpu') {
    const { user, system } = process.cpuUsage();
    response.end(String((user + system) / 1e6));
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
});
server.listen(Number(process.env['PORT']), '127.0.0.1');

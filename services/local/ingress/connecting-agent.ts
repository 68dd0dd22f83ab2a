import { Agent, type ClientRequestArgs } from 'node:http';
import { connect, isIP, type NetConnectOpts, type Socket } from 'node:net';

const tries = 6;
const try_ms = 300;

type Done = (err: Error | null, socket: Socket) => void;

/**
 * An agent that opens a connection again, up to five times, when it is not open 300 ms after its name is known: a
 * Service may choose a pod whose zone has just been lost. Nothing has been sent by then, so any request may be
 * repeated.
 */
export class ConnectingAgent extends Agent {
  override createConnection(options: ClientRequestArgs, done: Done = () => {}): undefined {
    begin(options, tries, done);
  }
}

function begin(options: ClientRequestArgs, left: number, done: Done): void {
  const socket = connect(options as NetConnectOpts);
  let timer: NodeJS.Timeout | undefined;
  const start = () => {
    timer = setTimeout(() => socket.destroy(new Error(`no connection within ${try_ms} ms`)), try_ms);
  };
  const stands = () => {
    clearTimeout(timer);
    socket.off('error', failed);
    done(null, socket);
  };
  const failed = (err: Error) => {
    clearTimeout(timer);
    if (left > 1) begin(options, left - 1, done);
    else done(err, socket);
  };
  if (isIP(options.host ?? '')) start();
  else socket.once('lookup', start);
  socket.once('connect', stands);
  socket.once('error', failed);
}

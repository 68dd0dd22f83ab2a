import { Server } from 'node:net';
import { loopback } from '../ports.ts';

/**
 * Makes every server of this process listen on loopback, or what HOST names, whatever address its code names. Some
 * stand-ins from npm bind all interfaces and take no option; nothing they hold is meant for the network.
 */
export function listenOnLoopbackOnly(): void {
  const { HOST: host = loopback } = process.env;
  const listen = Server.prototype.listen;
  Server.prototype.listen = function (this: Server, ...args: unknown[]): Server {
    const [first, ...rest] = args;
    const callbacks = rest.filter((argument) => typeof argument === 'function');
    const options = typeof first === 'object' && first !== null ? first : { port: Number(first) };
    return Reflect.apply(listen, this, [{ ...options, host }, ...callbacks]);
  } as typeof listen;
}

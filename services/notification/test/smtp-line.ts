import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { testVariable } from '@healthbooker/local/test/variables';

const loopback = '127.0.0.1';

/** The way to the run's mail server, which a test can cut, or cut just after the server has taken a mail. */
export type SmtpLine = {
  url: string;
  connect(): Promise<void>;
  cut(): Promise<void>;
  /** Whether the answer to a whole mail, by which the server takes it, is kept from the sender. */
  loseAnswers(lose: boolean): void;
  /** How many mails the server has taken. */
  taken(): number;
};

/** Opens a line on a port of its own, connected. */
export async function smtpLine(): Promise<SmtpLine> {
  const target = new URL(testVariable('HB_TEST_SMTP_URL'));
  const sockets = new Set<Socket>();
  let server = await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The line has no port');
  const { port } = address;
  let losing = false;
  let taken = 0;

  function pass(client: Socket): void {
    const upstream = createConnection(Number(target.port), target.hostname);
    let isMailUnderWay = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => {
      const answers = bytes.toString('latin1');
      const isTaken = isMailUnderWay && answers.startsWith('250');
      // Answers to pipelined commands come together.
      isMailUnderWay = /^354/m.test(answers);
      if (isTaken) taken += 1;
      if (!(isTaken && losing)) client.write(bytes);
    });
  }

  function listen(on: number): Promise<Server> {
    return new Promise((resolve, reject) => {
      const fresh = createServer(pass).once('error', reject);
      fresh.listen(on, loopback, () => resolve(fresh));
    });
  }

  return {
    url: `smtp://${loopback}:${port}`,
    async connect() {
      server = await listen(port);
    },
    async cut() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    loseAnswers(lose) {
      losing = lose;
    },
    taken: () => taken,
  };
}

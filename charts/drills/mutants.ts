/** A release that must be stopped, and the gate that must stop it. */
export type Mutant = {
  name: string;
  /** What one of its pods does. */
  does: string;
  /** The measurement that fails; undefined where pods never become ready, which no measurement sees. */
  gate?: string;
  /** Run by Node before the service, in the same process. */
  code: string;
};

/** Replaces what the client of DynamoDB does with some commands. */
const onCommand = (body: string) => `
  import { createRequire } from 'node:module';
  const { DynamoDBDocumentClient } = createRequire('/app/services/appointment/main.ts')('@aws-sdk/lib-dynamodb');
  const { send } = DynamoDBDocumentClient.prototype;
  const is = (command, name) => command.constructor.name === name;
  DynamoDBDocumentClient.prototype.send = async function (command, ...rest) { ${body}
    return send.call(this, command, ...rest);
  };`;

/**
 * Bad releases of appointment. Each is the image that runs, with some code put in front by NODE_OPTIONS: so no
 * product code knows of mutants, and no image of them can be released.
 */
export const mutants: readonly Mutant[] = [
  {
    name: 'errors',
    does: 'fails every reading of a timeline',
    gate: 'errors',
    code: onCommand(`if (is(command, 'QueryCommand')) throw new Error('a mutant');`),
  },
  {
    name: 'slow',
    does: 'takes 0.8 s longer to read a timeline',
    gate: 'slow',
    code: onCommand(`if (is(command, 'QueryCommand')) await new Promise((done) => setTimeout(done, 800));`),
  },
  {
    name: 'lost projection',
    does: 'says that it stored appointments, and does not',
    gate: 'bookings-unreadable',
    code: onCommand(
      `if (is(command, 'PutCommand') && command.input.Item.SK?.startsWith('APPOINTMENT#')) return {};`,
    ),
  },
  {
    name: 'never ready',
    does: 'starts, and waits for ever',
    code: 'setInterval(() => {}, 60_000); await new Promise(() => {});',
  },
];

/** The options of Node that turn a process of appointment into a mutant. */
export function mutantOptions({ code }: Mutant): string {
  const program = `data:text/javascript,${encodeURIComponent(code.replace(/\s+/g, ' '))}`;
  return `--max-old-space-size=210 --import=${program}`;
}

/** Helm's arguments that release a mutant; its deadline for becoming ready is a minute. */
export function mutantValues(mutant: Mutant): string[] {
  const options = `env.NODE_OPTIONS=${JSON.stringify(mutantOptions(mutant))}`;
  return ['--set-json', options, '--set', 'workload.progressDeadlineSeconds=60'];
}

/** Every service gets another certificate under load, and no process restarts: nobody notices. */
import { X509Certificate } from 'node:crypto';
import { type CatalogueService, readCatalogue } from '@healthbooker/delivery/catalogue';
import { makeCertificates } from '../cluster/certificates.ts';
import { field, kubectl, run, say, until } from '../cluster/programs.ts';
import { appNamespace, ofService } from '../cluster/secrets.ts';
import { underLoad } from './drill.ts';

const services = readCatalogue().filter(({ kind }) => kind === 'grpc');
const podsOf = async (name: string, path: string) => {
  const labels = ofService(name);
  const range = `{range .items[*]}${path}{"\\n"}{end}`;
  const text = await kubectl('-n', appNamespace, 'get', 'pods', '-l', labels, '-o', `jsonpath=${range}`);
  return text.trim().split('\n').toSorted();
};

/** The fingerprint of the certificate in the Secret of a service. */
async function stored(name: string): Promise<string> {
  const text = await field(appNamespace, `secret/${name}-grpc-tls`, '{.data.tls\\.crt}');
  return new X509Certificate(Buffer.from(text, 'base64')).fingerprint256;
}

/** The fingerprints that the pods of a service present to one of its callers. */
async function presented({ name, callers, ports }: CatalogueService): Promise<string[]> {
  const addresses = await podsOf(name, '{.status.podIP}');
  const program = `
    import { readFileSync } from 'node:fs';
    import { connect } from 'node:tls';
    const folder = '/var/run/secrets/grpc/';
    const [ca, cert, key] = ['ca.crt', 'tls.crt', 'tls.key'].map((name) => readFileSync(folder + name));
    for (const host of ${JSON.stringify(addresses)}) {
      const servername = ${JSON.stringify(`${name}.${appNamespace}.svc.cluster.local`)};
      const options = { host, port: ${ports['grpc']}, servername, ca, cert, key, ALPNProtocols: ['h2'] };
      await new Promise((done, failed) => {
        const socket = connect(options, () => {
          console.log(socket.getPeerX509Certificate().fingerprint256);
          socket.destroy();
          done();
        });
        socket.setTimeout(3000, () => socket.destroy(new Error('no answer')));
        socket.once('error', failed);
      });
    }`;
  const [pod = ''] = await podsOf(callers[0] ?? '', '{.metadata.name}');
  const node = ['/nodejs/bin/node', '--input-type=module', '-'];
  const text = await run('kubectl', ['-n', appNamespace, 'exec', '-i', pod, '--', ...node], {
    input: program,
  });
  return text.trim().split('\n');
}

await underLoad({
  name: 'certificates renewed',
  perSecond: 10,
  failuresAllowed: 0,
  async run() {
    const processes = async () =>
      await Promise.all(
        services.map(({ name }) =>
          podsOf(name, '{.metadata.name} {.status.containerStatuses[0].restartCount}'),
        ),
      );
    const before = await processes();
    const old = await Promise.all(services.map(({ name }) => stored(name)));
    const began = performance.now();
    await makeCertificates(
      appNamespace,
      readCatalogue().map(({ name }) => name),
    );
    for (const [index, service] of services.entries()) {
      const wanted = await stored(service.name);
      if (wanted === old[index]) throw new Error(`${service.name} has the certificate of before`);
      // Kubelet brings a changed Secret into a pod within about a minute.
      await until(`every pod of ${service.name} presents it`, 180_000, async () =>
        (await presented(service)).every((fingerprint) => fingerprint === wanted),
      );
      say(
        `every pod of ${service.name} presents the other certificate after ${Math.round((performance.now() - began) / 1000)} s`,
      );
    }
    if (JSON.stringify(await processes()) !== JSON.stringify(before))
      throw new Error('processes were restarted');
    say('no process was restarted');
  },
});

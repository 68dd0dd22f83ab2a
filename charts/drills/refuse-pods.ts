/** What the API server must refuse: an image by tag, a privileged container, a container without limits. */
import { apply, say } from '../cluster/programs.ts';
import { appNamespace } from '../cluster/secrets.ts';

const image = `healthbooker.local/scheduler@sha256:${'0'.repeat(64)}`;
const bounds = { cpu: '50m', memory: '64Mi' };
const allowed = {
  name: 'main',
  image,
  resources: { requests: bounds, limits: bounds },
  securityContext: {
    allowPrivilegeEscalation: false,
    runAsNonRoot: true,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
    seccompProfile: { type: 'RuntimeDefault' },
  },
};

const refused: [string, Record<string, unknown>, RegExp][] = [
  ['an image by tag', { image: 'healthbooker.local/scheduler:latest' }, /by digest/],
  [
    'a privileged container',
    { securityContext: { ...allowed.securityContext, privileged: true, allowPrivilegeEscalation: true } },
    /privileged|PodSecurity/i,
  ],
  ['a container without limits', { resources: { requests: bounds } }, /limit/i],
];

const pod = (container: Record<string, unknown>) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'refused', namespace: appNamespace },
    spec: {
      automountServiceAccountToken: false,
      restartPolicy: 'Never',
      containers: [{ ...allowed, ...container }],
    },
  });

for (const [what, change, reason] of refused) {
  const said = await apply(pod(change)).then(
    () => undefined,
    (error: unknown) => String(error),
  );
  if (said === undefined || !reason.test(said))
    throw new Error(`${what} was not refused: ${said ?? 'it was made'}`);
  say(`${what} is refused: ${said.trim().split('\n').at(-1)}`);
}

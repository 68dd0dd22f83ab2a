import { edit, type Mutant } from '../types.ts';

const runtime = 'services/runtime';
const identity = `${runtime}/identity.ts`;
const identityTest = `${runtime}/identity.test.ts`;

/** A token counts when its issuer signed it, for us and for this use, and until it ends. */
export const tokens: readonly Mutant[] = [
  {
    name: 'token-signature',
    without: 'the signature of a person’s token',
    edits: [
      edit(
        identity,
        'const claims = await verifier.verify(rawToken);',
        'const claims = Object(await verifier.verify(rawToken).catch(() => decomposeUnverifiedJwt(rawToken).payload));',
      ),
    ],
    caughtBy: [identityTest, 'a forged signature is refused'],
  },
  {
    name: 'token-use',
    without: 'the use that a token is made for',
    edits: [edit(identity, "tokenUse: 'access'", 'tokenUse: null')],
    caughtBy: [identityTest, 'an id token that names its client as an access token does is refused'],
  },
  {
    name: 'token-client',
    without: 'the client that a token is made for',
    edits: [
      edit(identity, 'clientId: [...capacityOf.keys()]', 'clientId: null'),
      edit(identity, 'capacityOf.get(claims.client_id)', "(capacityOf.get(claims.client_id) ?? 'patient')"),
    ],
    caughtBy: [identityTest, 'another client is refused'],
  },
  {
    name: 'token-end-remembered',
    without: 'the end of a token in what is remembered of it',
    edits: [edit(identity, 'Math.min(verified.expiresAtMs, now() + maxCacheMs)', 'now() + maxCacheMs')],
    caughtBy: [identityTest, 'a verdict is remembered for a minute'],
  },
  {
    name: 'token-remembered',
    without: 'the minute for which a verdict is remembered',
    edits: [edit(identity, 'known.expiresAtMs > now()', 'known.expiresAtMs > 0')],
    caughtBy: [identityTest, 'a verdict is remembered for a minute'],
  },
  {
    name: 'token-keys',
    without: 'the refusal of other keys in production',
    edits: [
      edit(
        identity,
        "if (redirect !== undefined && config.NODE_ENV === 'production')",
        'if (redirect === "")',
      ),
    ],
    caughtBy: [identityTest, 'production takes its keys from the pool alone'],
  },
  {
    name: 'token-keys-config',
    without: 'the refusal of other keys by the configuration in production',
    edits: [
      edit(
        `${runtime}/config.ts`,
        "env['NODE_ENV'] === 'production' && refusedInProduction",
        "env['NODE_ENV'] === '' && refusedInProduction",
      ),
    ],
    caughtBy: [`${runtime}/config.test.ts`, 'a redirected key list is refused in production'],
  },
  {
    name: 'workload-signature',
    without: 'the check of a workload’s token',
    edits: [
      edit(
        identity,
        'const { sub, exp } = await verifier.verify(rawToken);',
        'const { sub, exp } = decomposeUnverifiedJwt(rawToken).payload;',
      ),
    ],
    caughtBy: [identityTest, 'a forged workload token is refused'],
  },
  {
    name: 'workload-audience',
    without: 'the callee that a workload’s token is made for',
    edits: [edit(identity, 'audience: callee, jwksUri', 'audience: null, jwksUri')],
    caughtBy: [identityTest, 'a workload token for another callee is refused'],
  },
  {
    name: 'workload-namespace',
    without: 'the namespace of a workload',
    edits: [
      edit(
        identity,
        'sub?.startsWith(prefix) ? sub.slice(prefix.length) : undefined',
        "sub?.split(':').at(-1)",
      ),
    ],
    caughtBy: [identityTest, 'a workload of another namespace is refused'],
  },
  {
    name: 'workload-callers',
    without: 'the callers that the catalogue allows',
    edits: [edit(identity, ' || !callers.includes(service)')],
    caughtBy: [identityTest, 'a workload that may not call this service is refused'],
  },
  {
    name: 'workload-end',
    without: 'the end that a workload’s token must have',
    edits: [edit(identity, ' || exp === undefined')],
    caughtBy: [identityTest, 'a workload token without an end is refused'],
  },
];

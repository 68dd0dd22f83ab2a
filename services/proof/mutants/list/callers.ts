import { basename } from 'node:path';
import { edit, type Mutant } from '../types.ts';

const runtime = 'services/runtime';
const scheduler = 'services/scheduler';
const appointment = 'services/appointment';
const identity = `${runtime}/identity.ts`;
const identityTest = `${runtime}/identity.test.ts`;
const matrix = 'services/local/test/access-matrix.test.ts';
const access = `${scheduler}/care/access.ts`;
/** What a token says, whether or not it is good. */
const unverified = `(({ sub, 'cognito:groups': groups = [] }) => ({ kind: 'person', personId: sub, groups }) as const)(
      JSON.parse(atob(token.split('.')[1] ?? '')))`;

/** Each service checks the caller itself; a role or an id is never taken from a header or a body. */
export const callers: readonly Mutant[] = [
  {
    name: 'token-in-services',
    without: 'the check of tokens by gRPC services',
    edits: [edit(`${runtime}/grpc-call.ts`, 'await verifier.verify(token)', unverified)],
    caughtBy: [matrix, 'HasCareRelationship'],
  },
  {
    name: 'token-in-edges',
    without: 'the check of tokens by edges',
    edits: [edit(`${runtime}/edge.ts`, 'await verifier.verify(token)', unverified)],
    caughtBy: [`${runtime}/edge-callers.test.ts`, 'tokens that do not count are refused'],
  },
  {
    name: 'group-in-services',
    without: 'the groups that an RPC is for',
    edits: [edit(`${runtime}/grpc-call.ts`, '!isAllowed(rpc.callers, caller) || ', '')],
    caughtBy: [`${runtime}/grpc.test.ts`, 'a caller without a good token, and one of the wrong group'],
  },
  {
    name: 'voucher',
    without: 'the service that vouches for what it looked up',
    edits: [edit(`${runtime}/grpc-call.ts`, " || (caller.kind === 'person' && !isVouchedFor)")],
    caughtBy: ['services/appointment/rpc/profile.test.ts', 'a profile is made of what an edge vouches for'],
  },
  {
    name: 'staff-displaces-hold',
    without: "the refusal of staff who would take away a patient's hold",
    edits: [edit('services/scheduler/booking/hold-slot.ts', '  refuseDisplacing(context, earlier);\n')],
    caughtBy: ['services/scheduler/booking/hold-slot.test.ts', 'staff never take away what a patient holds'],
  },
  {
    name: 'capacity-of-token',
    without: 'the capacity in which a group counts',
    edits: [edit(identity, " && (group === 'Patients') === (capacity === 'patient')")],
    caughtBy: [identityTest, 'a token says who calls'],
  },
  {
    name: 'capacity-in-edges',
    without: 'the portal that a token was issued at',
    edits: [
      edit(
        `${runtime}/edge.ts`,
        'if (caller.capacity !== capacity) throw new',
        'if (caller === null) throw new',
      ),
    ],
    caughtBy: [`${runtime}/edge-callers.test.ts`, 'a token of the other portal is refused'],
  },
  {
    name: 'own-act',
    without: 'the rule that nobody acts as staff for themselves',
    edits: [
      edit(`${runtime}/context.ts`, ' || caller.personId !== personId) return;', ' || personId) return;'),
    ],
    caughtBy: ['services/local/test/capacity.test.ts', 'nobody acts as staff for themselves'],
  },
  {
    name: 'group-in-edges',
    without: 'the groups that a route is for',
    edits: [
      edit(
        `${runtime}/edge.ts`,
        "if (callers !== 'signed-in' && !isAllowed(callers, caller))",
        'if (callers === null)',
      ),
    ],
    caughtBy: [`${runtime}/edge-callers.test.ts`, 'a group without the function is refused'],
  },
  {
    name: 'client-certificate',
    without: 'the certificate of who calls',
    edits: [
      edit(
        `${runtime}/grpc-credentials.ts`,
        'ServerCredentials(provider, provider, true)',
        'ServerCredentials(provider, provider, false)',
      ),
    ],
    caughtBy: [`${runtime}/grpc-tls.test.ts`, 'with certificate files both sides prove who they are'],
  },
  {
    name: 'patient-of-request',
    without: 'the comparison of the request’s patient with the caller',
    edits: [
      edit(
        access,
        "if (caller.personId === patientId) return 'self';",
        "if (patientId !== '') return 'self';",
      ),
    ],
    caughtBy: [`${scheduler}/booking/reserve.test.ts`, 'who may book for whom'],
  },
  {
    name: 'patient-of-proxy',
    without: 'the end of a proxy’s right',
    edits: [
      edit(
        `${scheduler}/care/access.ts`,
        " and ended_at is null and proxy_state(p, $3) = 'active'",
        ' and $3::timestamptz is not null',
      ),
    ],
    caughtBy: [`${scheduler}/care/proxies/proxies.test.ts`, 'an ended link gives no right any more'],
  },
  {
    name: 'patient-of-visit',
    without: 'the patient of a visit',
    edits: [
      edit(
        access,
        'await actingFor(on, context, reservation.patient_id, now)',
        "isInGroup(caller, 'Patients') ? 'record' : undefined",
      ),
    ],
    caughtBy: [`${scheduler}/booking/queries.test.ts`, 'a reservation is seen by those it concerns'],
  },
  {
    name: 'provider-of-visit',
    without: 'the provider of a visit',
    edits: [edit(access, ' && caller.personId === reservation.provider_id')],
    caughtBy: [matrix, 'CancelReservation'],
  },
  {
    name: 'patient-who-waits',
    without: 'the patient of a waiting entry',
    edits: [
      edit(
        `${scheduler}/waiting/entry-access.ts`,
        "throw new Refusal('not-found', UNKNOWN, tried);",
        "return tried === null ? 'provider' : 'patient';",
      ),
    ],
    caughtBy: [`${scheduler}/waiting/waitlist.test.ts`, 'an entry is nobody else’s to see or change'],
  },
  ...[
    [
      'booking/reserve',
      'Reserve',
      "await refuseOtherPatient(parts.pool, context, patientId, 'visit-reason', parts.clock(), orderId);",
    ],
    [
      'booking/propose',
      'Propose',
      "await refuseOtherPatient(parts.pool, context, patientId, 'symptoms', parts.clock(), need.referralId);",
    ],
    [
      'booking/hold-slot',
      'HoldSlot',
      "await refuseOtherPatient(pool, context, asked.patientId, 'visit', clock(), asked.referralId);",
    ],
    [
      'booking/extend-hold',
      'ExtendHold',
      "await refuseOtherPatient(pool, context, patientId, 'visit', clock());",
    ],
    [
      'booking/release-hold',
      'ReleaseHold',
      "await refuseOtherPatient(pool, context, patientId, 'visit', clock());",
    ],
    [
      'waiting/join-waitlist',
      'JoinWaitlist',
      "await refuseOtherPatient(pool, context, patientId, 'waiting-reason', clock(), need.referralId);",
    ],
    [
      'booking/series/propose-series',
      'ProposeSeries',
      "await refuseOtherPatient(parts.pool, context, patientId, 'symptoms', parts.clock(), wanted.referralId);",
    ],
    [
      'booking/series/reserve-series',
      'ReserveSeries',
      "await refuseOtherPatient(parts.pool, context, patientId, 'visit-reason', parts.clock(), referralId);",
    ],
  ].map(
    ([file = '', rpc = '', text = '']): Mutant => ({
      name: `patient-in-${basename(file)}`,
      without: `the check for whom ${rpc} is asked`,
      edits: [edit(`${scheduler}/${file}.ts`, text)],
      caughtBy: [matrix, rpc],
    }),
  ),
  {
    name: 'caller-of-change',
    without: 'the check of who changes a visit',
    edits: [
      edit(
        `${scheduler}/booking/write-version.ts`,
        'const role = await change.authorise(tx, current);',
        "const role: Role = 'patient';",
      ),
    ],
    caughtBy: [matrix, 'MoveReservation'],
  },
  {
    name: 'caller-of-decision',
    without: 'the check of whose decision is read',
    edits: [
      edit(
        `${scheduler}/history/get-decision.ts`,
        'if (!(await seesRecordOf(pool, context, patientId, clock()))) {',
        'if (seesRecordOf === null) {',
      ),
    ],
    caughtBy: [`${scheduler}/history/decisions.test.ts`, 'who may read what'],
  },
  {
    name: 'caller-of-provider-day',
    without: 'the team of who reads a provider’s day',
    edits: [
      edit(
        `${scheduler}/booking/list-provider-day.ts`,
        "if (!isOwnTeam && !isInGroup(context.caller, 'Receptionists')) throw noSuchColleague();",
      ),
    ],
    caughtBy: [`${scheduler}/booking/queries.test.ts`, 'the day of a provider'],
  },
  {
    name: 'caller-of-link',
    without: 'the check of who ends a proxy’s right',
    edits: [
      edit(
        `${scheduler}/care/proxies/end-proxy.ts`,
        '(personId === patientId || personId === proxyId)',
        'personId !== ""',
      ),
    ],
    caughtBy: [matrix, 'EndProxy'],
  },
  {
    name: 'caller-of-delay',
    without: 'the check of whose delay is set',
    edits: [
      edit(
        `${scheduler}/booking/set-provider-delay.ts`,
        'personOf(context).personId === providerId',
        'personOf(context).personId !== ""',
      ),
    ],
    caughtBy: [matrix, 'SetProviderDelay'],
  },
  {
    name: 'caller-of-profile',
    without: 'the check of whose profile is read',
    edits: [
      edit(
        `${appointment}/rpc/get-profile.ts`,
        'isReception || (await actingFor(parts, context, personId)) !== undefined',
        'isReception || personId !== ""',
      ),
    ],
    caughtBy: [matrix, 'GetProfile'],
  },
  {
    name: 'caller-of-timeline',
    without: 'the check of whose timeline is read',
    edits: [
      edit(
        `${appointment}/rpc/list-timeline.ts`,
        "await actingFor(parts, context, personId, 'visit')",
        '(personId === "" ? undefined : "record")',
      ),
    ],
    caughtBy: [matrix, 'ListTimeline'],
  },
  {
    name: 'caller-of-schedule',
    without: 'the check of whose schedule is read',
    edits: [
      edit(
        `${appointment}/rpc/list-provider-schedule.ts`,
        "providerId !== own && !isInGroup(context.caller, 'Receptionists')",
        'providerId === ""',
      ),
    ],
    caughtBy: [matrix, 'ListProviderSchedule'],
  },
  {
    name: 'caller-of-messages',
    without: 'the check of whose messages are read',
    edits: [
      edit(
        'services/notification/rpc/list-messages.ts',
        "if (!isStaff && personId !== '' && personId !== caller.personId)",
        'if (personId === null)',
      ),
      edit(
        'services/notification/rpc/list-messages.ts',
        'isStaff ? personId || undefined : caller.personId',
        'personId || caller.personId',
      ),
    ],
    caughtBy: [matrix, 'ListMessages'],
  },
];

import { directoryRoute } from '@healthbooker/edge/directory-route';
import { connectPeers } from '@healthbooker/edge/peers';
import { slotsRoute } from '@healthbooker/edge/slots-route';
import { standingOf } from '@healthbooker/edge/standing';
import { fieldNames } from '@healthbooker/protos/json/field-names';
import { configRoute } from '@healthbooker/runtime/config-route';
import {
  createEdgeService,
  type EdgeOverrides,
  type EdgeParts,
  type EdgeServiceOptions,
} from '@healthbooker/runtime/edge-service';
import type { Service } from '@healthbooker/runtime/lifecycle';
import { liveRoute } from '@healthbooker/runtime/live-route';
import type { Route } from '@healthbooker/runtime/route';
import type { Config } from './config.ts';
import { followPatient } from './patient.ts';
import { acceptCode } from './routes/accept-code.ts';
import { acceptOffer } from './routes/accept-offer.ts';
import { answerNewTime } from './routes/answer-new-time.ts';
import { becomePatient } from './routes/become-patient.ts';
import { bookAppointment } from './routes/book-appointment.ts';
import { bookSeries } from './routes/book-series.ts';
import { cancelAppointment } from './routes/cancel-appointment.ts';
import { cancelSeries } from './routes/cancel-series.ts';
import { changeMe } from './routes/change-me.ts';
import { changeWaitlistEntry } from './routes/change-waitlist-entry.ts';
import { checkIn } from './routes/check-in.ts';
import { createHold } from './routes/create-hold.ts';
import { createProposal } from './routes/create-proposal.ts';
import { declineOffer } from './routes/decline-offer.ts';
import { disputeByMail, disputeLink } from './routes/dispute-proxy.ts';
import { endProxy, stopActing } from './routes/end-proxy.ts';
import { extendHold } from './routes/extend-hold.ts';
import { getAppointment } from './routes/get-appointment.ts';
import { getCalendar } from './routes/get-calendar.ts';
import { getMe } from './routes/get-me.ts';
import { getRecord } from './routes/get-record.ts';
import { getRecordEntry } from './routes/get-record-entry.ts';
import { getWaitlistEntry } from './routes/get-waitlist-entry.ts';
import { getWhy } from './routes/get-why.ts';
import { inviteProxy } from './routes/invite-proxy.ts';
import { joinWaitlist } from './routes/join-waitlist.ts';
import { leaveWaitlist } from './routes/leave-waitlist.ts';
import { listAppointments } from './routes/list-appointments.ts';
import { listProxies } from './routes/list-proxies.ts';
import { listRecordAccess } from './routes/list-record-access.ts';
import { listReferrals } from './routes/list-referrals.ts';
import { listWaitlist } from './routes/list-waitlist.ts';
import { moveAppointment } from './routes/move-appointment.ts';
import { moveSeries } from './routes/move-series.ts';
import { getMyIdentity, requestIdentityChange, withdrawIdentityRequest } from './routes/my-identity.ts';
import { proposeSeries } from './routes/propose-series.ts';
import { releaseHold } from './routes/release-hold.ts';
import { reportLateness } from './routes/report-lateness.ts';
import { requestCorrection } from './routes/request-correction.ts';
import { startSession } from './routes/start-session.ts';
import { withdrawCodes } from './routes/withdraw-codes.ts';

/** The patients' edge: its portal, its API and their live updates. */
export async function create(config: Config, overrides?: EdgeOverrides): Promise<Service> {
  return createEdgeService({ ...describeEdge(config), name: 'patient-edge', config, fieldNames, overrides });
}

/** What the edge is, apart from running it. */
export function describeEdge(
  config: Config,
): Pick<EdgeServiceOptions, 'info' | 'capacity' | 'base' | 'routes'> {
  return {
    info: {
      title: 'HealthBooker for patients',
      version: '1',
      description: 'Find, book, move and cancel appointments, and read one’s own record.',
    },
    capacity: 'patient',
    base: '/',
    routes: (parts) => routes(config, parts),
  };
}

function routes(config: Config, parts: EdgeParts): Route[] {
  const peers = connectPeers(config, parts);
  return [
    configRoute('/v1/config', 'patient', config),
    startSession(peers),
    becomePatient(peers),
    getMe(peers),
    changeMe(peers),
    getMyIdentity(peers),
    requestIdentityChange(peers),
    withdrawIdentityRequest(peers),
    directoryRoute('/v1/directory', ['Patients'], peers),
    slotsRoute('/v1/slots', ['Patients'], peers),
    createProposal(peers),
    createHold(peers),
    extendHold(peers),
    releaseHold(peers),
    bookAppointment(peers),
    listAppointments(peers),
    getAppointment(peers),
    moveAppointment(peers),
    cancelAppointment(peers),
    checkIn(peers),
    getWhy(peers),
    proposeSeries(peers),
    bookSeries(peers),
    moveSeries(peers),
    cancelSeries(peers),
    listWaitlist(peers),
    joinWaitlist(peers),
    getWaitlistEntry(peers),
    changeWaitlistEntry(peers),
    leaveWaitlist(peers),
    acceptOffer(peers),
    declineOffer(peers),
    getCalendar(peers),
    getRecord(peers),
    getRecordEntry(peers),
    requestCorrection(peers),
    listRecordAccess(peers),
    reportLateness(peers),
    answerNewTime(peers),
    listReferrals(peers),
    listProxies(peers),
    acceptCode(peers, parts.limiter('codes', 10)),
    disputeByMail(peers),
    disputeLink(peers),
    endProxy(peers),
    stopActing(peers),
    inviteProxy(peers),
    withdrawCodes(peers),
    liveRoute('/v1/live', ['Patients'], parts.live, standingOf(peers), followPatient(peers)),
  ];
}

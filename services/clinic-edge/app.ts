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
import { staff, withLiveUpdates } from './callers.ts';
import type { Config } from './config.ts';
import { addEntry } from './routes/add-entry.ts';
import { amendEntry } from './routes/amend-entry.ts';
import { answerCorrection } from './routes/answer-correction.ts';
import { cancelLeave } from './routes/cancel-leave.ts';
import { changeStatus } from './routes/change-status.ts';
import { discardDraft, getDraft, saveDraft } from './routes/drafts.ts';
import { endSession } from './routes/end-session.ts';
import { findPatient } from './routes/find-patient.ts';
import { getChart } from './routes/get-chart.ts';
import { getDay } from './routes/get-day.ts';
import { getDecision } from './routes/get-decision.ts';
import { getEntry } from './routes/get-entry.ts';
import { getPolicy } from './routes/get-policy.ts';
import { getWeek } from './routes/get-week.ts';
import { listClosures } from './routes/list-closures.ts';
import { listDecisions } from './routes/list-decisions.ts';
import { listDisruptions } from './routes/list-disruptions.ts';
import { listLeave } from './routes/list-leave.ts';
import { listMessages } from './routes/list-messages.ts';
import { listReferrals } from './routes/list-referrals.ts';
import { listSchedule } from './routes/list-schedule.ts';
import { listSessions } from './routes/list-sessions.ts';
import { listWaitlist } from './routes/list-waitlist.ts';
import { listWorklist } from './routes/list-worklist.ts';
import {
  confirmIdentity,
  getPatientIdentity,
  refuseIdentity,
  setPostcode,
} from './routes/patient-identity.ts';
import { endPatientProxy, grantProxy, listPatientProxies } from './routes/patient-proxies.ts';
import { placeReferral } from './routes/place-referral.ts';
import { planLeave } from './routes/plan-leave.ts';
import { confirmProxy, listProxyReviews, listUnconfirmedProxies, reviewProxy } from './routes/proxy-links.ts';
import { putClosure } from './routes/put-closure.ts';
import { putLeave } from './routes/put-leave.ts';
import { putPolicy } from './routes/put-policy.ts';
import { putSession } from './routes/put-session.ts';
import { recordContact } from './routes/record-contact.ts';
import { removeClosure } from './routes/remove-closure.ts';
import { replayDecision } from './routes/replay-decision.ts';
import { reportOptimality } from './routes/report-optimality.ts';
import { retriage } from './routes/retriage.ts';
import { setDelay } from './routes/set-delay.ts';
import { settleWorkItem } from './routes/settle-work-item.ts';
import { startSession } from './routes/start-session.ts';
import { withdrawReferral } from './routes/withdraw-referral.ts';

/** The clinic's edge: its portal and the admins', its API and its live updates. */
export async function create(config: Config, overrides?: EdgeOverrides): Promise<Service> {
  const furtherPortals = [{ dir: config.ADMIN_PORTAL_DIR, base: '/admin/' }] as const;
  return createEdgeService({
    ...describeEdge(config),
    name: 'clinic-edge',
    config,
    fieldNames,
    overrides,
    furtherPortals,
  });
}

/** What the edge is, apart from running it. */
export function describeEdge(
  config: Config,
): Pick<EdgeServiceOptions, 'info' | 'capacity' | 'base' | 'routes'> {
  return {
    info: {
      title: 'HealthBooker for clinics',
      version: '1',
      description: 'The day’s visits, charts and messages, for providers, reception and administrators.',
    },
    capacity: 'staff',
    base: '/clinic/',
    routes: (parts) => routes(config, parts),
  };
}

function routes(config: Config, parts: EdgeParts): Route[] {
  const peers = connectPeers(config, parts);
  return [
    configRoute('/clinic/v1/config', 'staff', config),
    startSession(peers),
    directoryRoute('/clinic/v1/directory', staff, peers),
    getDay(peers),
    listSchedule(peers),
    changeStatus(peers),
    getChart(peers),
    getEntry(peers),
    addEntry(peers),
    amendEntry(peers),
    answerCorrection(peers),
    saveDraft(peers),
    getDraft(peers),
    discardDraft(peers),
    listMessages(peers),
    getWeek(peers),
    listSessions(peers),
    putSession(peers),
    endSession(peers),
    listClosures(peers),
    putClosure(peers),
    removeClosure(peers),
    getPolicy(peers),
    putPolicy(peers),
    planLeave(peers),
    putLeave(peers),
    listLeave(peers),
    cancelLeave(peers),
    listWorklist(peers),
    listDisruptions(peers),
    settleWorkItem(peers),
    slotsRoute('/clinic/v1/slots', ['Receptionists', 'Admins'], peers),
    listWaitlist(peers),
    retriage(peers),
    recordContact(peers),
    listDecisions(peers),
    getDecision(peers),
    replayDecision(peers),
    reportOptimality(peers),
    setDelay(peers),
    listReferrals(peers),
    placeReferral(peers),
    withdrawReferral(peers),
    findPatient(peers),
    getPatientIdentity(peers),
    setPostcode(peers),
    confirmIdentity(peers),
    refuseIdentity(peers),
    listPatientProxies(peers),
    grantProxy(peers),
    endPatientProxy(peers),
    listUnconfirmedProxies(peers),
    confirmProxy(peers),
    listProxyReviews(peers),
    reviewProxy(peers),
    liveRoute('/clinic/v1/live', withLiveUpdates, parts.live, standingOf(peers)),
  ];
}

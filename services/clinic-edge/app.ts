import { connectPeers } from '@healthbooker/edge/peers';
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
import { staff } from './callers.ts';
import type { Config } from './config.ts';
import { addEntry } from './routes/add-entry.ts';
import { amendEntry } from './routes/amend-entry.ts';
import { changeStatus } from './routes/change-status.ts';
import { getChart } from './routes/get-chart.ts';
import { getDay } from './routes/get-day.ts';
import { getDirectory } from './routes/get-directory.ts';
import { getEntry } from './routes/get-entry.ts';
import { listMessages } from './routes/list-messages.ts';
import { listSchedule } from './routes/list-schedule.ts';
import { startSession } from './routes/start-session.ts';

/** The clinic's edge: its portal, its API and its live updates. */
export async function create(config: Config, overrides?: EdgeOverrides): Promise<Service> {
  return createEdgeService({ ...describeEdge(config), name: 'clinic-edge', config, fieldNames, overrides });
}

/** What the edge is, apart from running it. */
export function describeEdge(config: Config): Pick<EdgeServiceOptions, 'info' | 'base' | 'routes'> {
  return {
    info: {
      title: 'HealthBooker for clinics',
      version: '1',
      description: 'The day’s visits, charts and messages, for providers, reception and administrators.',
    },
    base: '/clinic/',
    routes: (parts) => routes(config, parts),
  };
}

function routes(config: Config, parts: EdgeParts): Route[] {
  const peers = connectPeers(config, parts);
  return [
    configRoute('/clinic/v1/config', config),
    startSession(peers),
    getDirectory(peers),
    getDay(peers),
    listSchedule(peers),
    changeStatus(peers),
    getChart(peers),
    getEntry(peers),
    addEntry(peers),
    amendEntry(peers),
    listMessages(peers),
    liveRoute('/clinic/v1/live', staff, parts.live),
  ];
}

import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import { type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import type { Parts } from '../../parts.ts';
import { cancelSeries } from './cancel-series.ts';
import { moveSeries } from './move-series.ts';
import { proposeSeries } from './propose-series.ts';
import { reserveSeries } from './reserve-series.ts';

/** Visits booked together, every so many weeks. */
export function seriesService(parts: Parts): ServedService {
  return serve<SeriesServiceDefinition>('healthbooker.scheduler.v1.SeriesService', {
    ProposeSeries: proposeSeries(parts),
    ReserveSeries: reserveSeries(parts),
    MoveSeries: moveSeries(parts),
    CancelSeries: cancelSeries(parts),
  });
}

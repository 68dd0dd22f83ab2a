// Original file: healthbooker/scheduler/v1/series.proto

export const SeriesScope = {
  SERIES_SCOPE_UNSPECIFIED: 'SERIES_SCOPE_UNSPECIFIED',
  SERIES_SCOPE_THIS: 'SERIES_SCOPE_THIS',
  SERIES_SCOPE_THIS_AND_LATER: 'SERIES_SCOPE_THIS_AND_LATER',
} as const;

export type SeriesScope =
  | 'SERIES_SCOPE_UNSPECIFIED'
  | 0
  | 'SERIES_SCOPE_THIS'
  | 1
  | 'SERIES_SCOPE_THIS_AND_LATER'
  | 2

export type SeriesScope__Output = typeof SeriesScope[keyof typeof SeriesScope]

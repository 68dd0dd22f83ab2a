// Original file: healthbooker/ehr/v1/ehr.proto

export const Release = {
  RELEASE_UNSPECIFIED: 'RELEASE_UNSPECIFIED',
  RELEASE_NOW: 'RELEASE_NOW',
  RELEASE_AFTER_REVIEW: 'RELEASE_AFTER_REVIEW',
  RELEASE_NEVER: 'RELEASE_NEVER',
} as const;

export type Release =
  | 'RELEASE_UNSPECIFIED'
  | 0
  | 'RELEASE_NOW'
  | 1
  | 'RELEASE_AFTER_REVIEW'
  | 2
  | 'RELEASE_NEVER'
  | 3

export type Release__Output = typeof Release[keyof typeof Release]

// Original file: healthbooker/scheduler/v1/waitlist.proto

import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from '../../../healthbooker/scheduler/v1/Slot.ts';

export interface WaitlistOffer {
  'holdId'?: (string);
  'slot'?: (_healthbooker_scheduler_v1_Slot | null);
  'offeredAt'?: (string);
  'expiresAt'?: (string);
  'why'?: (string);
  'announceAt'?: (string);
}

export interface WaitlistOffer__Output {
  'holdId': (string);
  'slot': (_healthbooker_scheduler_v1_Slot__Output | null);
  'offeredAt': (string);
  'expiresAt': (string);
  'why': (string);
  'announceAt': (string);
}

// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface WishesLeftOut {
  'slotId'?: (string);
  'wishes'?: (string)[];
}

export interface WishesLeftOut__Output {
  'slotId': (string);
  'wishes': (string)[];
}

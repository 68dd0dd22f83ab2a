import type { Group, Session } from '../shared/staff/api.ts';

const places = [
  { path: '/availability', name: 'Availability', groups: ['Admins'] },
  { path: '/closures', name: 'Closures', groups: ['Admins'] },
  { path: '/leave', name: 'Leave', groups: ['Admins'] },
  { path: '/changes', name: 'Changes', groups: ['Admins', 'Receptionists'] },
  { path: '/worklist', name: 'Worklist', groups: ['Admins', 'Receptionists'] },
  { path: '/waiting-list', name: 'Waiting list', groups: ['Admins', 'Receptionists', 'Providers'] },
  { path: '/decisions', name: 'Decisions', groups: ['Admins'] },
  { path: '/policy', name: 'Policy', groups: ['Admins'] },
] as const satisfies readonly { path: string; name: string; groups: readonly Group[] }[];

export type PlacePath = (typeof places)[number]['path'];

/** Where somebody has something to do, in the order of the navigation; the first is where they begin. */
export function placesOf({ groups }: Session): { path: PlacePath; name: string }[] {
  return places.filter((place) => place.groups.some((group: Group) => groups.includes(group)));
}

import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from 'ical-generator';

/** What a calendar entry is made of. No field says what the visit is for or with whom. */
export type CalendarVisit = {
  appointmentId: string;
  /** RFC 5545 SEQUENCE of the appointment. */
  sequence: number;
  cancelled: boolean;
  /** The clinic cannot keep the time: the entry stays, as one that is not certain. */
  needsNewTime: boolean;
  /** RFC 3339 in UTC. */
  startAt: string;
  endAt: string;
  changedAt: string;
  locationName: string;
  /** Empty when it is not known. */
  address: string;
  /** The page of the appointment. */
  url: string;
};

/** A name and address as mail headers have them. */
export type Mailbox = { name: string; address: string };

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

const methods = {
  REQUEST: ICalCalendarMethod.REQUEST,
  CANCEL: ICalCalendarMethod.CANCEL,
  PUBLISH: ICalCalendarMethod.PUBLISH,
};

/**
 * One appointment as an RFC 5545 calendar with CRLF line ends: UID `<appointment id>@healthbooker`, SEQUENCE as
 * given, instants in UTC. DTSTAMP is the time of the change, so that the same version always gives the same bytes.
 * With `attendee` it is the REQUEST or CANCEL that a mail carries (RFC 5546 asks for an organizer and an attendee
 * there), without one it is published for download (RFC 5546 forbids an attendee there).
 */
export function renderCalendar(visit: CalendarVisit, organizer: Mailbox, attendee?: Mailbox): string {
  const calendar = ical({
    prodId: { company: 'HealthBooker', product: 'notification', language: 'EN' },
    method: methods[calendarMethod(visit, attendee)],
  });
  const event = calendar.createEvent({
    id: `${visit.appointmentId}@healthbooker`,
    sequence: visit.sequence,
    ...lookOf(visit),
    stamp: new Date(visit.changedAt),
    start: new Date(visit.startAt),
    end: new Date(visit.endAt),
    location: [visit.locationName, visit.address].filter((part) => part !== '').join(', '),
    description: `Everything about it is in HealthBooker: ${visit.url}`,
    url: visit.url,
    organizer: { name: organizer.name, email: organizer.address },
  });
  if (attendee !== undefined) {
    event.createAttendee({
      name: attendee.name === '' ? null : attendee.name,
      email: attendee.address,
      rsvp: false,
      status: ICalAttendeeStatus.ACCEPTED,
    });
  }
  return calendar.toString();
}

function lookOf({ cancelled, needsNewTime }: Pick<CalendarVisit, 'cancelled' | 'needsNewTime'>) {
  if (cancelled) {
    return {
      status: ICalEventStatus.CANCELLED,
      busystatus: ICalEventBusyStatus.FREE,
      summary: 'Cancelled: your appointment',
    };
  }
  if (needsNewTime) {
    return {
      status: ICalEventStatus.TENTATIVE,
      busystatus: ICalEventBusyStatus.TENTATIVE,
      summary: 'Needs a new time: your appointment',
    };
  }
  return {
    status: ICalEventStatus.CONFIRMED,
    busystatus: ICalEventBusyStatus.BUSY,
    summary: 'Your appointment',
  };
}

/** The iTIP method of `renderCalendar` for the same arguments: mail clients need it in the content type too. */
export function calendarMethod(visit: Pick<CalendarVisit, 'cancelled'>, attendee?: Mailbox): CalendarMethod {
  if (attendee === undefined) return 'PUBLISH';
  return visit.cancelled ? 'CANCEL' : 'REQUEST';
}

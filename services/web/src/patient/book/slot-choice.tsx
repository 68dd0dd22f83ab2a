import { type ReactNode, useState } from 'react';
import { Button } from '../../shared/controls/button.tsx';
import { placesLeft } from '../../shared/places-left.ts';
import { clock, day, deviceNote, localDate, localDateTime } from '../../shared/time/format.ts';
import type { Location, Slot } from '../api.ts';

export type ChoosableSlot = Pick<
  Slot,
  'id' | 'providerName' | 'locationId' | 'timeZone' | 'startAt' | 'endAt' | 'placesLeft'
>;

export type SlotChoiceProps = {
  offer?: ChoosableSlot | undefined;
  why?: string;
  others: readonly ChoosableSlot[];
  locations: readonly Location[];
  /** Which wishes the slots do not meet. */
  leftOut?: readonly { slotId: string; wishes: readonly string[] }[];
  /** Ids of slots that have been taken: they stay visible, so that the list does not jump. */
  taken?: readonly string[];
  value: string | undefined;
  onChange: (id: string) => void;
  error?: string | undefined;
  /** What reads further times, below those that are known. */
  more?: ReactNode;
};

/** Wishes that a time does not meet, as the scheduler names them. */
const differences: Readonly<Record<string, string>> = {
  'other-provider': 'Another clinician',
  'other-location': 'Another place',
  mode: 'Another way to meet',
  date: 'Other dates',
  'day-of-week': 'Another day of the week',
  'time-of-day': 'Another time of day',
};

/** How many other times are in view at first, and how many more each press shows. */
const atFirst = 10;
const perPress = 20;

/** Times as native radios: the offer first, the others by day in the clinic's zone. */
export function SlotChoice(props: SlotChoiceProps) {
  const { offer } = props;
  const [shown, setShown] = useState(atFirst);
  const others = inOrder(props.others);
  const first = offer?.id ?? others[0]?.id;
  const hidden = Math.max(0, others.length - shown);
  const radio = (slot: ChoosableSlot) => (
    <SlotRadio key={slot.id} slot={slot} id={slot.id === first ? 'slot' : `slot-${slot.id}`} {...props} />
  );
  return (
    <fieldset className="stack" {...(props.error ? { 'aria-describedby': 'slot-error' } : {})}>
      <legend className="visually-hidden">Times</legend>
      {props.error && (
        <p id="slot-error" className="field-error">
          {props.error}
        </p>
      )}
      {offer && (
        <section className="stack" aria-labelledby="offer-title">
          <h2 id="offer-title">Our offer: {day(offer.startAt, offer.timeZone)}</h2>
          {radio(offer)}
          {props.why && (
            <p className="why">
              <bdi>{props.why}</bdi>
            </p>
          )}
        </section>
      )}
      {props.others.length > 0 && (
        <section aria-labelledby="others-title">
          <h2 id="others-title" className={offer ? 'others-title' : ''}>
            {offer ? 'Other times' : 'Times'}
          </h2>
          {byDay(others.slice(0, shown)).map(([date, slots]) => (
            <section key={date} className="day-times" aria-labelledby={`day-${date}`}>
              <h3 id={`day-${date}`}>{slots[0] && day(slots[0].startAt, slots[0].timeZone)}</h3>
              <div className="choices">{slots.map(radio)}</div>
            </section>
          ))}
          {hidden === 0 && props.more}
          {hidden > 0 && (
            <p className="more-times">
              <Button variant="secondary" onPress={() => setShown(shown + perPress)}>
                {hidden === 1 ? 'Show 1 more time' : `Show ${Math.min(hidden, perPress)} more times`}
              </Button>
            </p>
          )}
        </section>
      )}
    </fieldset>
  );
}

function SlotRadio(props: SlotChoiceProps & { slot: ChoosableSlot; id: string }) {
  const { slot } = props;
  const gone = props.taken?.includes(slot.id) ?? false;
  const note = deviceNote(slot.startAt, slot.timeZone);
  const place = props.locations.find(({ id }) => id === slot.locationId)?.name;
  const places = gone || slot.id === props.offer?.id ? '' : placesLeft(slot);
  const left = props.leftOut?.find(({ slotId }) => slotId === slot.id)?.wishes ?? [];
  return (
    <label className="choice slot" htmlFor={props.id}>
      <input
        type="radio"
        id={props.id}
        name="slot"
        value={slot.id}
        checked={props.value === slot.id}
        disabled={gone}
        onChange={() => props.onChange(slot.id)}
      />
      <span className="slot-body">
        <span className="slot-time">{clock(slot.startAt, slot.timeZone)}</span>
        <span>
          {gone && <strong>{slot.placesLeft === undefined ? 'Just taken. ' : 'Full. '}</strong>}
          <bdi>{slot.providerName}</bdi>
          <span className="choice-hint">
            <bdi>{place}</bdi>
          </span>
          {places !== '' && <span className="choice-hint">{places}</span>}
          {left.length > 0 && <strong>{left.map((wish) => differences[wish] ?? wish).join(', ')}</strong>}
          {note && (
            <span className="choice-hint">
              <bdi>{note}</bdi>
            </span>
          )}
        </span>
      </span>
    </label>
  );
}

/** What to say when a time that was chosen is not to be had. */
export function goneWords(slots: readonly ChoosableSlot[], slotId: string): string {
  const isClass = slots.some(({ id, placesLeft: left }) => id === slotId && left !== undefined);
  return isClass
    ? 'That class is full by now. Choose another'
    : 'That time has just been taken. Choose another';
}

/** By date and clock in the clinic's zone: what a person reads down a list. */
function inOrder(slots: readonly ChoosableSlot[]): ChoosableSlot[] {
  const local = (slot: ChoosableSlot) => localDateTime(slot.startAt, slot.timeZone);
  return [...slots].sort((a, b) => local(a).localeCompare(local(b)) || a.id.localeCompare(b.id));
}

/** Ordered slots grouped by their date in the clinic's zone. */
function byDay(slots: readonly ChoosableSlot[]): [date: string, slots: ChoosableSlot[]][] {
  const days = new Map<string, ChoosableSlot[]>();
  for (const slot of slots) {
    const date = localDate(slot.startAt, slot.timeZone);
    days.set(date, [...(days.get(date) ?? []), slot]);
  }
  return [...days];
}

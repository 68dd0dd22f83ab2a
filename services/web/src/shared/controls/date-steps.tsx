import { Button } from './button.tsx';
import { DateField } from './date-field.tsx';

/** A date between the one before and the one after, which stay side by side on the narrowest screen. */
export function DateSteps(props: {
  label: string;
  /** Names of the two buttons, e.g. "Day before". */
  before: string;
  after: string;
  /** YYYY-MM-DD */
  value: string;
  onBefore: () => void;
  onAfter: () => void;
  onChange: (date: string) => void;
}) {
  return (
    <div className="date-steps">
      <Button variant="secondary" label={props.before} onPress={props.onBefore}>
        ‹
      </Button>
      <DateField
        name="date"
        label={props.label}
        value={props.value}
        onChange={(date) => {
          if (date !== '') props.onChange(date);
        }}
      />
      <Button variant="secondary" label={props.after} onPress={props.onAfter}>
        ›
      </Button>
    </div>
  );
}

import type { ReactNode } from 'react';

export type Option<Value extends string = string> = {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
};

type GroupProps<Value extends string> = {
  /** The first input has this id, so that an error summary can link to it. */
  name: string;
  legend: ReactNode;
  /** The page's h1 asks the question already. */
  hideLegend?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  inline?: boolean;
  options: readonly Option<Value>[];
};

/** Native radios: arrow keys move, each row is one large target. */
export function RadioGroup<Value extends string>(
  props: GroupProps<Value> & { value: Value | undefined; onChange: (value: Value) => void },
) {
  return (
    <Group {...props}>
      {props.options.map((option, index) => (
        <Choice key={option.value} id={choiceId(props.name, option.value, index)} option={option}>
          <input
            type="radio"
            id={choiceId(props.name, option.value, index)}
            name={props.name}
            value={option.value}
            checked={props.value === option.value}
            disabled={option.disabled ?? false}
            onChange={() => props.onChange(option.value)}
          />
        </Choice>
      ))}
    </Group>
  );
}

/** Native checkboxes of which any number may be chosen. */
export function CheckboxGroup<Value extends string>(
  props: GroupProps<Value> & { value: readonly Value[]; onChange: (value: Value[]) => void },
) {
  return (
    <Group {...props}>
      {props.options.map((option, index) => (
        <Choice key={option.value} id={choiceId(props.name, option.value, index)} option={option}>
          <input
            type="checkbox"
            id={choiceId(props.name, option.value, index)}
            name={props.name}
            value={option.value}
            checked={props.value.includes(option.value)}
            disabled={option.disabled ?? false}
            onChange={(event) =>
              props.onChange(
                event.target.checked
                  ? [...props.value, option.value]
                  : props.value.filter((value) => value !== option.value),
              )
            }
          />
        </Choice>
      ))}
    </Group>
  );
}

/** One native checkbox with its own label. */
export function Checkbox(props: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <Choice id={props.name} option={{ value: props.name, label: props.label, hint: props.hint }}>
      <input
        type="checkbox"
        id={props.name}
        name={props.name}
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
    </Choice>
  );
}

function choiceId(name: string, value: string, index: number): string {
  return index === 0 ? name : `${name}-${value}`;
}

function Group<Value extends string>(props: GroupProps<Value> & { children: ReactNode }) {
  const hintId = `${props.name}-hint`;
  const errorId = `${props.name}-error`;
  const describedBy = [props.hint && hintId, props.error && errorId].filter(Boolean).join(' ');
  return (
    <fieldset {...(describedBy ? { 'aria-describedby': describedBy } : {})}>
      <legend className={props.hideLegend ? 'visually-hidden' : 'choice-legend'}>{props.legend}</legend>
      {props.hint && (
        <p id={hintId} className="field-hint">
          {props.hint}
        </p>
      )}
      {props.error && (
        <p id={errorId} className="field-error">
          {props.error}
        </p>
      )}
      <div className={props.inline ? 'choices choices-inline' : 'choices'}>{props.children}</div>
    </fieldset>
  );
}

function Choice(props: { id: string; option: Option; children: ReactNode }) {
  return (
    <label className="choice" htmlFor={props.id}>
      {props.children}
      <span>
        <bdi>{props.option.label}</bdi>
        {props.option.hint && <bdi className="choice-hint">{props.option.hint}</bdi>}
      </span>
    </label>
  );
}

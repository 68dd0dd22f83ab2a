import { type ReactNode, useState } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { Button } from './button.tsx';

type FieldProps = {
  /** Also the input's id, so that an error summary can link to it. */
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
};

export type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'password';
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  size?: 'full' | 'short' | 'time' | 'code';
  maxLength?: number;
  spellCheck?: 'true' | 'false';
  after?: ReactNode;
};

/** One line of text with label, hint and error in words. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', size = 'full' } = props;
  const sizeClass = size === 'full' ? '' : `input-${size}`;
  const input = <Input className={`input ${sizeClass}`} />;
  return (
    <AriaTextField
      className="field"
      id={props.name}
      name={props.name}
      type={type}
      value={props.value}
      onChange={props.onChange}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
      {...(props.autoComplete ? { autoComplete: props.autoComplete } : {})}
      {...(props.inputMode ? { inputMode: props.inputMode } : {})}
      {...(props.maxLength ? { maxLength: props.maxLength } : {})}
      {...(props.spellCheck ? { spellCheck: props.spellCheck } : {})}
    >
      <Label className="field-label">{props.label}</Label>
      {props.hint && (
        <Text slot="description" className="field-hint">
          {props.hint}
        </Text>
      )}
      <FieldError className="field-error">{props.error}</FieldError>
      {props.after ? (
        <div className="password-row">
          {input}
          {props.after}
        </div>
      ) : (
        input
      )}
    </AriaTextField>
  );
}

/** A password that can be shown. Pasting and password managers work. */
export function PasswordField(props: FieldProps & { autoComplete: 'current-password' | 'new-password' }) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck="false"
      after={
        <Button
          variant="secondary"
          label={shown ? 'Hide password' : 'Show password'}
          onPress={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'}
        </Button>
      }
    />
  );
}

/** Several lines of text. */
export function TextArea(props: FieldProps & { maxLength?: number }) {
  return (
    <AriaTextField
      className="field"
      id={props.name}
      name={props.name}
      value={props.value}
      onChange={props.onChange}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
      {...(props.maxLength ? { maxLength: props.maxLength } : {})}
    >
      <Label className="field-label">{props.label}</Label>
      {props.hint && (
        <Text slot="description" className="field-hint">
          {props.hint}
        </Text>
      )}
      <FieldError className="field-error">{props.error}</FieldError>
      <AriaTextArea className="input" />
    </AriaTextField>
  );
}

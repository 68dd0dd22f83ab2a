import { useEffect, useRef, useState } from 'react';
import { ApiProblem, type SafetyWarnings } from '../../shared/api/problem.ts';
import { Checkbox } from '../../shared/controls/choice.tsx';
import type { FormErrors } from '../../shared/controls/form-errors.ts';
import { Notice } from '../../shared/controls/notice.tsx';
import { TextArea } from '../../shared/controls/text-field.tsx';
import { findingWords } from '../../shared/record/checks.ts';
import type { FormKind } from './entry-form.ts';

/** What the clinic asked before it writes an entry, and what the author answered. */
export type AskedBack = {
  warnings: SafetyWarnings | undefined;
  unlikely: readonly { field: string; message: string }[];
  reason: string;
  isConfirmed: boolean;
  answer: (change: { reason?: string; isConfirmed?: boolean }) => void;
  /** Shows what the clinic asks, with the labels of its fields; whether it asked anything. */
  ask: (error: unknown, labels: Readonly<Record<string, string>>) => boolean;
  /** The entry was changed: the questions were about its earlier text. */
  forget: () => void;
  /** What is still to be answered. */
  check: () => { field: string; message: string }[];
  /** For the body of the request. */
  confirmation: { confirmation?: { overrideReason: string; warningsKey: string; confirmUnlikely: boolean } };
};

type State = Pick<AskedBack, 'warnings' | 'unlikely' | 'reason' | 'isConfirmed'>;
const nothing: State = { warnings: undefined, unlikely: [], reason: '', isConfirmed: false };

export function useAskedBack(): AskedBack {
  const [state, setState] = useState<State>(nothing);
  const { warnings, unlikely, reason, isConfirmed } = state;
  return {
    ...state,
    answer: (change) => setState((before) => ({ ...before, ...change })),
    ask(error, labels) {
      if (!(error instanceof ApiProblem)) return false;
      if (error.kind === 'safety-warning' && error.warnings) {
        // A reason is for the warnings that were read.
        const isSame = error.warnings.key === warnings?.key;
        setState({ ...state, warnings: error.warnings, reason: isSame ? reason : '' });
        return true;
      }
      if (error.kind === 'unlikely-value') {
        const unlikely = error.fields.map(({ field, message }) => ({
          field,
          message: `${labels[field.replace(/^body\./, '')] ?? 'The value'} ${message}`,
        }));
        setState({ ...state, unlikely, isConfirmed: false });
        return true;
      }
      return false;
    },
    forget: () => setState(nothing),
    check: () => [
      ...(warnings && reason.trim() === ''
        ? [{ field: 'overrideReason', message: 'Enter why you write it anyway' }]
        : []),
      ...(unlikely.length > 0 && !isConfirmed
        ? [{ field: 'confirmUnlikely', message: 'Confirm that the value is right, or change it' }]
        : []),
    ],
    confirmation:
      warnings || unlikely.length > 0
        ? {
            confirmation: {
              overrideReason: reason,
              warningsKey: warnings?.key ?? '',
              confirmUnlikely: isConfirmed,
            },
          }
        : {},
  };
}

/** What was asked, above the button that saves; it takes the focus when it appears. */
export function AskedBackNotice(props: { asked: AskedBack; form: FormKind; errors: FormErrors }) {
  const { asked, form, errors } = props;
  const { warnings, unlikely } = asked;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (warnings !== undefined || unlikely.length > 0) box.current?.focus();
  }, [warnings, unlikely]);
  if (warnings === undefined && unlikely.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} className="stack">
      {warnings && (
        <>
          <Notice tone="danger" title="The chart speaks against this" live>
            <ul>
              {warnings.findings.map((finding) => (
                <li key={`${finding.entryId} ${finding.kind}`}>
                  <bdi>{findingWords(finding)}</bdi>
                </li>
              ))}
              {warnings.more > 0 && <li>And {warnings.more} more like these</li>}
            </ul>
          </Notice>
          <TextArea
            name="overrideReason"
            label={form === 'medication' ? 'Prescribe anyway, because' : 'Record it anyway, because'}
            hint="Kept with the entry; a patient who sees the entry reads it"
            maxLength={500}
            value={asked.reason}
            onChange={(reason) => asked.answer({ reason })}
            error={errors.of('overrideReason')}
          />
        </>
      )}
      {unlikely.length > 0 && (
        <>
          <Notice tone="warn" title="Is this meant?" live>
            <ul>
              {unlikely.map(({ field, message }) => (
                <li key={field}>{message}</li>
              ))}
            </ul>
          </Notice>
          {errors.of('confirmUnlikely') && <p className="field-error">{errors.of('confirmUnlikely')}</p>}
          <Checkbox
            name="confirmUnlikely"
            label="Yes, it was measured so"
            checked={asked.isConfirmed}
            onChange={(isConfirmed) => asked.answer({ isConfirmed })}
          />
        </>
      )}
    </div>
  );
}

import { useState } from 'react';
import { ApiProblem } from '../api/problem.ts';

/** A field (the id of its input) and what is wrong with it; without a field it concerns the whole form. */
export type FormError = { field?: string; message: string };

export type FormErrors = {
  list: readonly FormError[];
  /** Raised by every failed attempt, so that the summary takes the focus again. */
  attempt: number;
  /** The request id to quote, when the server refused. */
  quote: string | undefined;
  of: (field: string) => string | undefined;
  /** Shows `list`; returns whether the form is free of errors. */
  check: (list: readonly FormError[]) => boolean;
  /**
   * Shows what the server said. `names` maps its field names to inputs of this form; `labels` are what their sentences
   * are about, by input.
   */
  refuse: (
    error: unknown,
    names?: Readonly<Record<string, string>>,
    labels?: Readonly<Record<string, string>>,
  ) => void;
};

/** What is wrong with a form, for its summary and its fields alike. */
export function useFormErrors(): FormErrors {
  const [state, setState] = useState<{
    list: readonly FormError[];
    attempt: number;
    quote: string | undefined;
  }>({ list: [], attempt: 0, quote: undefined });
  const show = (list: readonly FormError[], quote?: string) =>
    setState((before) => ({ list, quote, attempt: before.attempt + 1 }));
  return {
    ...state,
    of: (field) => state.list.find((error) => error.field === field)?.message,
    check: (list) => {
      show(list);
      return list.length === 0;
    },
    refuse: (error, names = {}, labels = {}) => {
      if (!(error instanceof ApiProblem)) {
        show([{ message: error instanceof Error ? error.message : 'Something went wrong. Try again.' }]);
        return;
      }
      const fields = error.fields.map(({ field, message }): FormError => {
        const name = names[field.replace(/^body\./, '')];
        if (name === undefined) return { message };
        const label = labels[name];
        return { field: name, message: label === undefined ? message : `${label} ${message}` };
      });
      show(fields.length > 0 ? fields : [{ message: error.message }], error.requestId);
    },
  };
}

import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, done } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { api } from '../../shared/staff/api.ts';
import type { ChartPage, DraftSummary, Release } from '../api.ts';
import { createDraftKeeper, type DraftKeeper, type DraftState, type Values } from './draft-keeper.ts';

export type UsedDraft = {
  state: DraftState;
  /** Whether a draft is being read: the form waits for it. */
  isReading: boolean;
  /** Keeps what is typed now: within ten seconds, and when the page is left. */
  keep: (values: Values, key: string) => void;
  /** Nothing is kept any more: it was signed. */
  end: () => void;
  discard: () => Promise<void>;
};

/** When the patient sees it, as a draft had it. */
export function releaseOf(value: string | undefined): Release | undefined {
  return value === 'now' || value === 'after-review' || value === 'never' ? value : undefined;
}

/**
 * Keeps what is typed into a form of a chart as a draft of the clinician's own, and gives back what they had typed there.
 * @param offered the drafts that the chart names; undefined until it was read
 */
export function useDraft(options: {
  patientId: string;
  form: string;
  offered: readonly DraftSummary[] | undefined;
  onFound: (values: Values, key: string) => void;
}): UsedDraft {
  const { patientId, form } = options;
  const queries = useQueryClient();
  const [state, setState] = useState<DraftState>({ kind: 'none' });
  const [readForm, setReadForm] = useState<string>();
  const keeper = useRef<DraftKeeper>(undefined);
  const onFound = useRef(options.onFound);
  onFound.current = options.onFound;
  const isOffered = options.offered?.some((one) => one.form === form);
  const path = { id: patientId, form };

  /** What the chart page offers, without reading the chart again. */
  const tell = useCallback(
    (drafts: (before: readonly DraftSummary[]) => DraftSummary[]) => {
      queries.setQueryData<InfiniteData<ChartPage, string>>(['chart', patientId], (read) => {
        const [first, ...rest] = read?.pages ?? [];
        if (read === undefined || first === undefined) return read;
        return { ...read, pages: [{ ...first, drafts: drafts(first.drafts) }, ...rest] };
      });
    },
    [queries, patientId],
  );

  useEffect(() => {
    let isLeft = false;
    const own = createDraftKeeper({
      async save({ values, key }, version) {
        const fields = Object.entries(values).map(([name, value]) => ({ name, value }));
        const saved = await answer(
          api.PUT('/clinic/v1/patients/{id}/drafts/{form}', {
            params: { path: { id: patientId, form } },
            body: { fields, version, key },
          }),
        );
        tell((before) => [{ form, savedAt: saved.savedAt }, ...before.filter((one) => one.form !== form)]);
        return saved;
      },
      isFinal: (error) => error instanceof ApiProblem && error.status >= 400 && error.status < 500,
      onState: (next) => {
        if (!isLeft) setState(next);
      },
    });
    keeper.current = own;
    setState({ kind: 'none' });
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void own.save();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      isLeft = true;
      document.removeEventListener('visibilitychange', onHidden);
      void own.save();
    };
  }, [patientId, form, tell]);

  useEffect(() => {
    if (isOffered === undefined || readForm === form) return;
    if (!isOffered) {
      setReadForm(form);
      return;
    }
    let isLeft = false;
    answer(api.GET('/clinic/v1/patients/{id}/drafts/{form}', { params: { path: { id: patientId, form } } }))
      .then((found) => {
        if (isLeft) return;
        keeper.current?.resume(found.version);
        const values = Object.fromEntries(found.fields.map(({ name, value }) => [name, value]));
        setState({ kind: 'saved', at: found.savedAt, resumed: true });
        onFound.current(values, found.key);
      })
      .catch((error: unknown) => {
        const isGone = error instanceof ApiProblem && error.status === 404;
        if (!isLeft && !isGone) setState({ kind: 'failed', words: 'Your draft could not be read.' });
      })
      .finally(() => {
        if (!isLeft) setReadForm(form);
      });
    return () => {
      isLeft = true;
    };
  }, [isOffered, readForm, form, patientId]);

  return {
    state,
    isReading: readForm !== form && isOffered !== false,
    keep: (values, key) => keeper.current?.keep({ values, key }),
    end() {
      void keeper.current?.forget();
      tell((before) => before.filter((one) => one.form !== form));
    },
    async discard() {
      await keeper.current?.forget();
      await done(api.DELETE('/clinic/v1/patients/{id}/drafts/{form}', { params: { path } }));
      keeper.current?.resume(0);
      setState({ kind: 'none' });
      tell((before) => before.filter((one) => one.form !== form));
    },
  };
}

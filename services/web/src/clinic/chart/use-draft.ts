import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, done } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { api } from '../../shared/staff/api.ts';
import type { ChartPage, DraftSummary, Release } from '../api.ts';

/** Everything that a form holds, by field. */
export type Values = Readonly<Record<string, string>>;

export type DraftState =
  | { kind: 'none' }
  | { kind: 'saved'; at: string; resumed: boolean }
  | { kind: 'failed'; words: string };

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

type Typing = { values: Values; key: string };

const idle_ms = 2_000;
/** Every save is on record, so they come no more often. */
const between_saves_ms = 10_000;

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
  const typing = useRef<Typing>(undefined);
  const version = useRef(0);
  const savedAt_ms = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef<Promise<void>>(undefined);
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

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    await saving.current;
    const now = typing.current;
    if (now === undefined) return;
    typing.current = undefined;
    savedAt_ms.current = Date.now();
    saving.current = (async () => {
      try {
        const fields = Object.entries(now.values).map(([name, value]) => ({ name, value }));
        const saved = await answer(
          api.PUT('/clinic/v1/patients/{id}/drafts/{form}', {
            params: { path: { id: patientId, form } },
            body: { fields, version: version.current, key: now.key },
          }),
        );
        version.current = saved.version;
        setState({ kind: 'saved', at: saved.savedAt, resumed: false });
        tell((before) => [{ form, savedAt: saved.savedAt }, ...before.filter((one) => one.form !== form)]);
      } catch (error) {
        setState({ kind: 'failed', words: error instanceof Error ? error.message : '' });
        const isFinal = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
        if (isFinal || typing.current !== undefined) return;
        typing.current = now;
        timer.current = setTimeout(() => void save(), between_saves_ms);
      }
    })();
    await saving.current;
  }, [patientId, form, tell]);

  useEffect(() => {
    version.current = 0;
    setState({ kind: 'none' });
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void save();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      void save();
    };
  }, [save]);

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
        version.current = found.version;
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
    keep(values, key) {
      typing.current = { values, key };
      clearTimeout(timer.current);
      const wait_ms = Math.max(idle_ms, savedAt_ms.current + between_saves_ms - Date.now());
      timer.current = setTimeout(() => void save(), wait_ms);
    },
    end() {
      typing.current = undefined;
      clearTimeout(timer.current);
      tell((before) => before.filter((one) => one.form !== form));
    },
    async discard() {
      typing.current = undefined;
      clearTimeout(timer.current);
      await saving.current;
      await done(api.DELETE('/clinic/v1/patients/{id}/drafts/{form}', { params: { path } }));
      version.current = 0;
      setState({ kind: 'none' });
      tell((before) => before.filter((one) => one.form !== form));
    },
  };
}

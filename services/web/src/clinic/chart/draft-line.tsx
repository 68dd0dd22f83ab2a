import { useMutation } from '@tanstack/react-query';
import { Button } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { deviceZone, staffClock, staffTime } from '../../shared/time/format.ts';
import type { UsedDraft } from './use-draft.ts';

/** Whether what is typed is kept, beside the button that signs it. */
export function DraftLine({ draft, onDiscard }: { draft: UsedDraft; onDiscard: () => void }) {
  const { state } = draft;
  const discard = useMutation({ mutationFn: draft.discard, onSuccess: onDiscard });
  if (state.kind === 'none') return null;
  if (state.kind === 'failed') {
    return (
      <Notice tone="warn" title="What you typed is not kept" live>
        <p>{state.words} Copy it before you leave this page.</p>
      </Notice>
    );
  }
  return (
    <div className="row">
      <p className="muted" role="status">
        {state.resumed
          ? `You go on with your draft of ${staffTime(state.at, deviceZone())}.`
          : `Draft saved ${staffClock(state.at, deviceZone())}. Only you see it, for 30 days; it keeps 40,000 characters.`}
      </p>
      <Button variant="quiet" pending={discard.isPending} onPress={() => discard.mutate()}>
        Discard the draft
      </Button>
      {discard.isError && (
        <p role="alert" className="field-error">
          {discard.error.message}
        </p>
      )}
    </div>
  );
}

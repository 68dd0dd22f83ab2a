import { useMutation } from '@tanstack/react-query';
import { answer } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { Button } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { api } from '../../shared/staff/api.ts';
import { CandidateTable } from './candidates.tsx';

const results = {
  same: { tone: 'ok', title: 'Same answer' },
  differs: { tone: 'danger', title: 'Another answer' },
  'not-replayable': { tone: 'info', title: 'There was nothing to decide' },
} as const;

/** Decides again on what was stored then, and says whether the answer is the same. */
export function Replay({ id, version }: { id: string; version: number }) {
  const replay = useMutation({
    mutationFn: () =>
      answer(api.GET('/clinic/v1/decisions/{id}/{version}/replay', { params: { path: { id, version } } })),
  });
  const result = replay.data && results[replay.data.result];
  return (
    <div className="stack">
      <p>
        <Button
          variant="secondary"
          pending={replay.isPending}
          pendingText="Deciding again…"
          onPress={() => replay.mutate()}
        >
          Replay
        </Button>
      </p>
      {replay.data && result && (
        <Notice tone={result.tone} title={result.title} live>
          {/* The title says it already. */}
          <p>
            <bdi>{replay.data.sentence.replace(/^Same answer[.:]? ?/, '')}</bdi>
          </p>
        </Notice>
      )}
      {replay.data?.result === 'differs' && (
        <CandidateTable candidates={replay.data.candidates} label="How they fare when decided again" />
      )}
      {replay.error && (
        <Notice tone="danger" live>
          <p>{replay.error instanceof ApiProblem ? replay.error.message : 'That did not work. Try again.'}</p>
        </Notice>
      )}
    </div>
  );
}

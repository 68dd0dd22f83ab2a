import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer } from '../../api/client.ts';
import type { components } from '../../api/clinic.generated.d.ts';
import { Button } from '../../controls/button.tsx';
import { ErrorSummary } from '../../controls/error-summary.tsx';
import { Form } from '../../controls/form.tsx';
import { useFormErrors } from '../../controls/form-errors.ts';
import { api, type Directory } from '../api.ts';
import { ImpactPreview } from '../impact.tsx';
import { inputOf, readDraft, type SessionDraft, type SessionRules } from './session-draft.ts';
import { SessionFields } from './session-fields.tsx';

type Impact = components['schemas']['Impact'];

/** Makes a session: first what it would change, then Save. What is typed is kept whatever is refused. */
export function SessionEditor(props: {
  id: string;
  draft: SessionDraft;
  directory: Directory;
  ownOnly?: boolean;
  fixedRepeats?: boolean;
  /** With the clinician whose session it is. */
  onSaved: (providerId: string) => void;
  cancel: ReactNode;
}) {
  const [draft, setDraft] = useState(props.draft);
  const [checked, setChecked] = useState<{ rules: SessionRules; impact: Impact }>();
  const errors = useFormErrors();
  const queries = useQueryClient();
  const put = useMutation({
    mutationFn: ({ rules, dryRun }: { rules: SessionRules; dryRun: boolean }) =>
      answer(
        api.PUT('/clinic/v1/sessions/{id}', {
          params: { path: { id: props.id } },
          body: { session: rules, version: 0, dryRun },
        }),
      ),
    onSuccess: async ({ impact }, { rules, dryRun }) => {
      if (dryRun) return setChecked({ rules, impact });
      await Promise.all(['sessions', 'week'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      props.onSaved(rules.providerId);
    },
    onError: (error) => {
      setChecked(undefined);
      errors.refuse(error, inputOf);
    },
  });

  const check = () => {
    const read = readDraft(draft);
    if (!errors.check(read.errors ?? []) || !read.rules) return;
    put.mutate({ rules: read.rules, dryRun: true });
  };

  return (
    <Form wide onSubmit={check}>
      <ErrorSummary errors={errors} />
      <SessionFields
        draft={draft}
        errors={errors}
        directory={props.directory}
        ownOnly={props.ownOnly ?? false}
        fixedRepeats={props.fixedRepeats ?? false}
        onChange={(changed) => {
          setDraft(changed);
          // What was checked is no longer what would be saved.
          setChecked(undefined);
        }}
      />
      {checked && <ImpactPreview impact={checked.impact} />}
      <div className="row">
        {checked ? (
          <Button pending={put.isPending} onPress={() => put.mutate({ rules: checked.rules, dryRun: false })}>
            Save
          </Button>
        ) : (
          <Button type="submit" pending={put.isPending}>
            Show what this changes
          </Button>
        )}
        {props.cancel}
      </div>
    </Form>
  );
}

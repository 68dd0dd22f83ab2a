import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { Button } from '../../shared/controls/button.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Notice } from '../../shared/controls/notice.tsx';
import { TextField } from '../../shared/controls/text-field.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { api } from '../../shared/staff/api.ts';
import { identityQuery } from './queries.ts';

/** Reception: the postcode that a patient says, from which it follows where they are offered times. */
export function PatientPostcode({ personId }: { personId: string }) {
  const identity = useQuery(identityQuery(personId));
  const [saved, setSaved] = useState(false);
  return (
    <section className="stack" aria-labelledby="lives">
      <h2 id="lives">Where the patient lives</h2>
      {saved && (
        <Notice tone="ok" title="The postcode is saved" live>
          From it follows which of our places the patient is offered.
        </Notice>
      )}
      <Loaded query={identity}>
        {({ postcode }) => <Edit key={postcode} personId={personId} known={postcode} onSaved={setSaved} />}
      </Loaded>
    </section>
  );
}

function Edit(props: { personId: string; known: string; onSaved: (isSaved: boolean) => void }) {
  const { personId, known, onSaved } = props;
  const errors = useFormErrors();
  const queries = useQueryClient();
  const [text, setText] = useState(known);
  const [pending, setPending] = useState(false);

  const send = async () => {
    onSaved(false);
    setPending(true);
    try {
      const params = { path: { id: personId } };
      await answer(api.PUT('/clinic/v1/patients/{id}/postcode', { params, body: { postcode: text } }));
      errors.check([]);
      onSaved(true);
      await queries.invalidateQueries({ queryKey: ['identity', personId] });
    } catch (error) {
      errors.refuse(error, { postcode: 'postcode' });
    } finally {
      setPending(false);
    }
  };

  return (
    <Form onSubmit={send}>
      <ErrorSummary errors={errors} />
      <TextField
        name="postcode"
        label="Postcode"
        hint="As the patient says it. Leave it empty to take it away: then the patient is asked where they can go."
        autoComplete="off"
        value={text}
        onChange={setText}
        error={errors.of('postcode')}
      />
      <p className="actions">
        <Button type="submit" variant="secondary" pending={pending}>
          Save the postcode
        </Button>
      </p>
    </Form>
  );
}

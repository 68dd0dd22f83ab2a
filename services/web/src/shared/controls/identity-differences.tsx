import { Fact } from './facts.tsx';
import { type IdentityDetails, identityFacts } from './identity-facts.ts';

/** What a request changes, from what to what; `date` is how the portal writes a date. */
export function IdentityDifferences(props: {
  before: IdentityDetails;
  wanted: IdentityDetails;
  date: (iso: string) => string;
}) {
  return identityFacts(props.before, props.wanted, props.date).map(({ label, before, after }) => (
    <Fact key={label} name={label}>
      <bdi>{before}</bdi> to{' '}
      <strong>
        <bdi>{after}</bdi>
      </strong>
    </Fact>
  ));
}

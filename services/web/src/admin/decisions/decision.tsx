import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { deviceZone, staffDate, staffTime } from '../../shared/time/format.ts';
import { type Decision as DecisionJson, decisionQuery } from '../api.ts';
import { Candidates } from './candidates.tsx';
import { askedByWords } from './decisions.tsx';
import { kindWord } from './kinds.ts';
import { Replay } from './replay.tsx';

const route = getRouteApi('/signed-in/decisions/$id/$version');

/** One decision: a sentence, then everything that was looked at. */
export function Decision() {
  const params = route.useParams();
  const version = Number(params.version);
  const query = useQuery(decisionQuery(params.id, version));
  return (
    <Page title="One decision">
      <Loaded
        query={query}
        missing={
          <p className="sheet">
            There is no such decision. <Link to="/decisions">See all decisions</Link>
          </p>
        }
      >
        {({ decision, why }) => (
          <div className="stack-wide">
            <p className="lead">
              <bdi>{decision.summary.sentence}</bdi>
            </p>
            <Replay id={params.id} version={version} />
            <About decision={decision} why={why} />
            <section className="stack" aria-labelledby="looked-at">
              <h2 id="looked-at">What was looked at</h2>
              <Candidates decision={decision} />
            </section>
            <p>
              <Link to="/decisions">All decisions</Link>
            </p>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function About({ decision, why }: { decision: DecisionJson; why: string }) {
  const { summary, urgency, targetDate } = decision;
  const { slot } = summary;
  return (
    <Facts sheet>
      <Fact name="What happened">
        {kindWord(summary.kind)}, asked by {askedByWords(summary.askedBy)}
      </Fact>
      <Fact name="When">{staffTime(summary.decidedAt, deviceZone())}</Fact>
      <Fact name="Visit">
        {slot ? `${staffTime(slot.startAt, slot.timeZone)}, ${slot.providerName}` : 'No visit came of it'}
      </Fact>
      {urgency && <Fact name="Urgency">{urgency.charAt(0).toUpperCase() + urgency.slice(1)}</Fact>}
      {targetDate && <Fact name="See by">{staffDate(targetDate)}</Fact>}
      {why && (
        <Fact name="What the patient reads">
          <bdi>{why}</bdi>
        </Fact>
      )}
      <Fact name="Rule">Version {summary.ruleVersion}</Fact>
      <Fact name="Reference">
        {summary.appointmentId}, version {summary.version}
      </Fact>
    </Facts>
  );
}

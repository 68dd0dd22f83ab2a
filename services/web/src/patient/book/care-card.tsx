import { Button } from '../../shared/controls/button.tsx';
import { Page } from '../../shared/controls/page.tsx';

/** Shown for an emergency: nothing is booked, the patient must call for help now. */
export function CareCard(props: { onBack?: () => void }) {
  return (
    <Page title="Get help now" heading="Call emergency services now">
      <section className="care-card stack" aria-label="What to do now">
        <p>
          <a className="call" href="tel:999">
            Call 999
          </a>
        </p>
        <p>Outside the United Kingdom, call the emergency number where you are.</p>
        <p>What you describe cannot wait for a visit. Do not drive yourself.</p>
        <p>
          If you might harm yourself, call the same number, or Samaritans on <a href="tel:116123">116 123</a>,
          day and night.
        </p>
      </section>
      {props.onBack && (
        <p>
          <Button variant="quiet" onPress={props.onBack}>
            I chose this by mistake: go back
          </Button>
        </p>
      )}
    </Page>
  );
}

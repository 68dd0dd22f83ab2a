import { Link } from '@tanstack/react-router';
import { Page } from '../shared/controls/page.tsx';

export function NotFound() {
  return (
    <Page title="Page not found">
      <p>The address may be mistyped, or it belongs to something you have no business with.</p>
      <p>
        <Link to="/">Go to the start of administration</Link>
      </p>
    </Page>
  );
}

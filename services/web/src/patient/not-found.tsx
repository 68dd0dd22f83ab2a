import { Link } from '@tanstack/react-router';
import { Page } from '../shared/controls/page.tsx';

export function NotFound() {
  return (
    <main className="column">
      <Page title="Page not found">
        <p>
          Nothing is here. Go to <Link to="/">your home page</Link>.
        </p>
      </Page>
    </main>
  );
}

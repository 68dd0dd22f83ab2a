import { Link } from '@tanstack/react-router';
import { Page } from '../shared/controls/page.tsx';
import { Shell } from './shell.tsx';

export function NotFound() {
  return (
    <Shell>
      <Page title="Page not found">
        <p>
          Nothing is here. Go to <Link to="/">your home page</Link>.
        </p>
      </Page>
    </Shell>
  );
}

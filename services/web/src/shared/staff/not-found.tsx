import { Link } from '@tanstack/react-router';
import { Page } from '../controls/page.tsx';
import { StaffFrame } from './frame.tsx';

/** The page for an unknown address of a staff portal, with a link to the portal's first page. */
export function StaffNotFound(props: { start: string }) {
  return (
    <StaffFrame>
      <Page title="Page not found">
        <p>The address may be mistyped, or it belongs to something you have no business with.</p>
        <p>
          <Link to="/">{props.start}</Link>
        </p>
      </Page>
    </StaffFrame>
  );
}

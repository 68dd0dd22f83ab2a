import { Link } from '@tanstack/react-router';
import { Page } from '../controls/page.tsx';
import { StaffFrame } from './frame.tsx';

/** An address of a portal for staff that is none, and the way to the portal's first page. */
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

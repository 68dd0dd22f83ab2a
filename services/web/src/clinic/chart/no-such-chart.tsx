import { Link } from '@tanstack/react-router';
import { Notice } from '../../shared/controls/notice.tsx';

/** The same text whether the chart does not exist or the reader may not see it. */
export function NoSuchChart() {
  return (
    <Notice tone="warn" title="There is no chart here that you can open">
      <p>You can read the charts of patients whom you or your team treat.</p>
      <p>
        <Link to="/">Go to the day list</Link>
      </p>
    </Notice>
  );
}

import { Link } from '@tanstack/react-router';

export function NoSuchSession() {
  return (
    <div className="stack">
      <p>There is no such session any more. Somebody may have ended it.</p>
      <p>
        <Link to="/availability">See all sessions</Link>
      </p>
    </div>
  );
}

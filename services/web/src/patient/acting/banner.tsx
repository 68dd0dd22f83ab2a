import { UsersIcon } from '@phosphor-icons/react/dist/csr/Users';
import { Button } from '../../shared/controls/button.tsx';
import { useActing } from './acting.ts';
import { useActFor } from './switch.ts';

/** On every page while somebody acts for another: for whom, and the way back. */
export function ActingBanner() {
  const acting = useActing();
  const actFor = useActFor();
  if (acting === undefined) return null;
  return (
    <aside className="acting" aria-label="Acting for somebody">
      <div className="acting-inner">
        <UsersIcon size={28} aria-hidden />
        <p>
          You are acting for{' '}
          <strong>
            <bdi>{acting.name}</bdi>
          </strong>
          {acting.scope === 'bookings' && (
            <span className="choice-hint">Visits only, nothing of the record</span>
          )}
        </p>
        <Button variant="secondary" onPress={() => actFor(undefined)}>
          Switch back to yourself
        </Button>
      </div>
    </aside>
  );
}

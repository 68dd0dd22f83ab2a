import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { StaffSignIn } from '../shared/staff/sign-in.tsx';

const route = getRouteApi('/open/sign-in');

/** Opens the page that was asked for before signing in. */
export function SignIn() {
  const { next } = route.useSearch();
  const navigate = useNavigate();
  return <StaffSignIn onDone={() => void navigate({ to: next ?? '/' })} />;
}

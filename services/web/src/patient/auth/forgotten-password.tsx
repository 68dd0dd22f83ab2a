import { useNavigate } from '@tanstack/react-router';
import { ForgottenPassword as Form } from '../../shared/session/forgotten-password.tsx';

export function ForgottenPassword() {
  const navigate = useNavigate();
  return <Form onDone={() => void navigate({ to: '/sign-in', search: { reset: true } })} />;
}

import { startCognito } from './server.ts';

const { env } = process;
const cognito = await startCognito({
  host: env['HOST'] ?? '127.0.0.1',
  port: Number(env['PORT'] ?? 0),
  dataDir: required('DATA_DIR'),
  userPoolId: required('COGNITO_USER_POOL_ID'),
  patientsClientId: required('COGNITO_PATIENTS_CLIENT_ID'),
  clinicClientId: required('COGNITO_CLINIC_CLIENT_ID'),
  accessKeyId: required('AWS_ACCESS_KEY_ID'),
  secretAccessKey: required('AWS_SECRET_ACCESS_KEY'),
  smtpUrl: required('SMTP_URL'),
  mailFrom: env['MAIL_FROM'] ?? 'no-reply@healthbooker.example',
});
console.log(`cognito listens on port ${cognito.port}`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void cognito.close());

function required(name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}

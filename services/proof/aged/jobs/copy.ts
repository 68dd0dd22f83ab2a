import { closeDatabase } from '@healthbooker/local/postgres/roles';
import { connect } from '../fill/bulk.ts';
import { type AgedHospital, type ServiceName, services } from '../hospital.ts';

export type Copies = {
  /** Addresses of the copies, as the services connect and as the tables' owners do. */
  urls: Record<ServiceName, { url: string; ownerUrl: string }>;
  drop(): Promise<void>;
};

const inside = (url: string, database: string) =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href;

/** Copies the databases of the aged hospital, for work that changes them. Nobody is connected to them meanwhile. */
export async function copyHospital(hospital: AgedHospital, suffix: string): Promise<Copies> {
  const admin = await connect(hospital.adminUrl);
  const named = (service: ServiceName) => `${service}_${suffix}`;
  const drop = async () => {
    for (const service of services)
      await admin.query(`drop database if exists ${named(service)} with (force)`);
  };
  const urlsOf = (service: ServiceName) => {
    const { url, ownerUrl } = hospital.databases[service];
    return { url: inside(url, named(service)), ownerUrl: inside(ownerUrl, named(service)) };
  };
  await drop();
  for (const service of services) {
    // Page by page through the log, the larger ones would take several times as long.
    await admin.query(
      `create database ${named(service)} template ${service} owner ${service}_owner strategy file_copy`,
    );
    await closeDatabase(admin, service, named(service));
  }
  return {
    urls: { scheduler: urlsOf('scheduler'), ehr: urlsOf('ehr'), notification: urlsOf('notification') },
    async drop() {
      await drop();
      await admin.end();
    },
  };
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { sessionQuery } from '../../shared/staff/api.ts';
import { PersonName } from '../../shared/staff/person-name.tsx';
import { staffDate } from '../../shared/time/format.ts';
import type { PersonSummary } from '../api.ts';
import { FindPerson } from './find-person.tsx';
import { PatientIdentity } from './identity.tsx';
import { ConfirmLink, EndLink, LinkCard } from './link-card.tsx';
import { NewLink } from './new-link.tsx';
import { PatientPostcode } from './postcode.tsx';
import { patientProxiesQuery, unconfirmedQuery } from './queries.ts';

/** Reception: who acts for a patient, found by number, and what a colleague has to confirm. */
export function ProxyDesk() {
  const { data: session } = useQuery(sessionQuery);
  const unconfirmed = useQuery(unconfirmedQuery);
  const [patient, setPatient] = useState<PersonSummary>();
  const ownId = session?.profile.personId ?? '';
  return (
    <Page title="Who acts for whom">
      <FindPerson
        name="patient"
        label="The patient’s number"
        action="Find the patient"
        onFound={setPatient}
      />
      {patient && <PatientLinks key={patient.personId} patient={patient} />}
      <h2>To be confirmed by a colleague</h2>
      <p>The record of an adult opens when a second person has seen why. Without one, a link lapses.</p>
      <Loaded query={unconfirmed}>
        {({ links }) =>
          links.length === 0 ? (
            <p className="sheet">No link waits for anybody.</p>
          ) : (
            links.map((link) => (
              <LinkCard key={link.linkId} link={link}>
                <div className="row">
                  <ConfirmLink link={link} ownId={ownId} />
                  <EndLink link={link} />
                </div>
              </LinkCard>
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

function PatientLinks({ patient }: { patient: PersonSummary }) {
  const links = useQuery(patientProxiesQuery(patient.personId));
  return (
    <section className="stack" aria-label="The patient">
      <p>
        <strong>
          <PersonName person={{ ...patient, name: patient.name || 'Name not available' }} />
        </strong>
        , born {staffDate(patient.birthDate) || 'not recorded'}, {patient.medicalRecordNumber}
      </p>
      <PatientIdentity personId={patient.personId} />
      <PatientPostcode personId={patient.personId} />
      <h2>Who acts for this patient</h2>
      <Loaded query={links}>
        {({ proxies }) =>
          proxies.length === 0 ? (
            <p>Nobody acts for this patient.</p>
          ) : (
            proxies.map((link) => (
              <LinkCard key={link.linkId} link={link}>
                <div className="row">
                  <EndLink link={link} />
                </div>
              </LinkCard>
            ))
          )
        }
      </Loaded>
      <NewLink key={patient.personId} patient={patient} />
    </section>
  );
}

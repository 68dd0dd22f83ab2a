-- Whether anybody ever acted for a patient, ended links too: a refused try asks that of ids that may be made up.
create index proxy_by_patient on proxy(patient_id);

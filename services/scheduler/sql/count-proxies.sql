-- How many act for the patient $1, and for how many the proxy $2 acts.
select (select count(*) from proxy where patient_id = $1 and ended_at is null) as proxies,
  (select count(*) from proxy where proxy_id = $2 and ended_at is null) as acts_for

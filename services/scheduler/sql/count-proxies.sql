-- How many act for the patient $1, and for how many the proxy $2 acts, at $3; those who wait for a confirmation count.
select
  (select count(*) from proxy p
    where patient_id = $1 and ended_at is null and proxy_state(p, $3) in ('active', 'unconfirmed')) as proxies,
  (select count(*) from proxy p
    where proxy_id = $2 and ended_at is null and proxy_state(p, $3) in ('active', 'unconfirmed')) as acts_for

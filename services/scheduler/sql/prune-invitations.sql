-- Codes that can no longer be entered; a used one stays a while, so that entering it again after a lost answer works.
delete from proxy_invitation where patient_id = $1 and expires_at <= $2

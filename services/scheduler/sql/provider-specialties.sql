select specialty_id from provider_specialty where provider_id = $1 order by specialty_id

-- It is to be gone through again.
update session set materialised_until = null where id = $1

delete from closure where id = $1 returning location_id

-- A visit keeps the place, provider, type and local time of its slot, as it keeps its time, so that the slot can leave the
-- live ones when it is over (0049). Visits of before get them in 0048.
alter table reservation
  add column provider_id uuid null,
  add column specialty_id text null,
  add column visit_type_id text null,
  add column location_id text null,
  add column mode text null,
  add column local_start timestamp null;

-- Copies what the slot says; and holds what a reference to it would: there is no visit of a slot that is not there, and
-- whoever deletes the slot waits for this transaction (slot_in_use, in 0049). It reads and locks what the check of a reference does.
create function reservation_of_slot() returns trigger language plpgsql as $$
begin
  select s.provider_id, s.specialty_id, s.visit_type_id, s.location_id, s.mode, s.local_start
  into new.provider_id, new.specialty_id, new.visit_type_id, new.location_id, new.mode, new.local_start
  from public.slot s where s.id = new.slot_id
  for key share;
  if not found then
    raise exception 'there is no slot %', new.slot_id
      using errcode = 'foreign_key_violation', table = 'reservation', constraint = 'reservation_of_slot';
  end if;
  return new;
end $$;
create trigger reservation_of_slot before insert on reservation
for each row execute function reservation_of_slot();
create trigger reservation_of_other_slot before update of slot_id on reservation
for each row when (new.slot_id is distinct from old.slot_id) execute function reservation_of_slot();

-- Empty until 0048: so nobody waits for it.
create index reservation_by_provider on reservation(provider_id, lower(during))
  where status <> 'cancelled' and provider_id is not null;

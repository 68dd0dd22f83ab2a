select ${slotColumns}
from slot_view v
where v.id = any ($1::uuid[])

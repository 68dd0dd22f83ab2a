select ${slotColumns}
from slot_view v
where v.id = $1

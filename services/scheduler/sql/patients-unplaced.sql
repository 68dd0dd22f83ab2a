-- Whose visits have no new time because of leave $1.
select distinct r.patient_id
from leave_visit lv join reservation r on r.appointment_id = lv.appointment_id
where lv.leave_id = $1 and lv.state = 'unplaced'
order by r.patient_id

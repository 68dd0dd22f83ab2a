-- A decision of a batch holds a few kilobytes: compressing each on its way in would cost more than all else it writes.
alter table decision set (toast_tuple_target = 8160);

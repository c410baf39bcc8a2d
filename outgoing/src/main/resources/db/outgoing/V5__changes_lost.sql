-- Changes that an endpoint was not told before they were forgotten.
alter table webhook_progress
  add column lost_first bigint,
  add column lost_last  bigint,
  add column lost_at    timestamptz;
comment on column webhook_progress.lost_first is 'the first of the changes that were lost the last time; while they are not told, lost_last grows';
comment on column webhook_progress.lost_at is 'when it was noticed; null while none was ever lost';

alter table webhook_delivery drop constraint webhook_delivery_source_check;
alter table webhook_delivery
  add constraint webhook_delivery_source_check check (source in ('change', 'entry', 'lost'));
comment on column webhook_delivery.number is 'position of the entry, id of the change, or id of the last change that is lost';

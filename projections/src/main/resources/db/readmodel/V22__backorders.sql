-- What of a line was promised beyond what there was to offer, and the day that was promised with it.
alter table reservation
  add column backordered bigint not null default 0,
  add column promised_on date;

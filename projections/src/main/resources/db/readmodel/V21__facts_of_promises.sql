-- What channels' promises are made of: a row per item, whatever the channel. What a channel makes
-- of it is said at the read. Folded anew from the ledger, since the rows before knew less.
drop table sellable;
create table sellable (
  location           text        collate "C" not null,
  sku                text        collate "C" not null,
  good               bigint      not null,
  reserved           bigint      not null,
  set_aside          bigint      not null,
  backordered        bigint      not null,
  backordered_by     jsonb       not null,
  in_transit         bigint      not null,
  arrivals           jsonb       not null,
  open_discrepancies bigint      not null,
  last_count_at      timestamptz,
  last_pick_at       timestamptz,
  next_due           timestamptz,
  version            bigint      not null,
  position           bigint      not null,
  as_of              timestamptz not null,
  primary key (sku, location)
) with (fillfactor = 80);
comment on column sellable.reserved is 'pending and allocated';
comment on column sellable.backordered_by is 'of what is backordered, units by channel';
comment on column sellable.arrivals is 'lines of expected supply that are open, at most 1,000';
comment on column sellable.next_due is 'a lower bound of the expiries of its pending lines';

delete from token_entry where processor_name = 'sellable';
delete from parked where projection = 'sellable';

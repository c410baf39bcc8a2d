-- A row per line of a transfer and end: what is set aside, left and was cancelled at its origin, what
-- is in transit and arrived at its destination; written with available, in the same transaction.
create table transfer (
  transfer_id    text        collate "C" not null,
  line           text        collate "C" not null,
  location       text        collate "C" not null,
  sku            text        collate "C" not null,
  origin         text        collate "C" not null,
  destination    text        collate "C" not null,
  open           bigint      not null,
  requested      bigint      not null,
  dispatched     bigint      not null,
  received       bigint      not null,
  missing        bigint      not null,
  excess         bigint      not null,
  cancelled      bigint      not null,
  written_off    bigint      not null,
  expected_at    timestamptz,
  reference_type text        collate "C",
  reference_id   text        collate "C",
  shares         jsonb       not null,
  begun_at       timestamptz not null,
  closed_at      timestamptz,
  made_position  bigint      not null,
  version        bigint      not null,
  position       bigint      not null,
  primary key (transfer_id, line, location, sku)
) with (fillfactor = 80);
create index transfer_leaving on transfer (origin, sku) where open > 0;
create index transfer_coming on transfer (destination, sku) where open > 0;
create index transfer_open on transfer (transfer_id) where open > 0;
create index transfer_reference on transfer (reference_id, transfer_id)
  where reference_id is not null;
comment on column transfer.open is 'set aside, at the origin; in transit, at the destination';
comment on column transfer.shares is 'what left with which part, at the destination';

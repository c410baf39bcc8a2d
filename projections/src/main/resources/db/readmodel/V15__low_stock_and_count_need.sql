-- Items that have, or had, a threshold; written with available, in the same transaction.
create table low_stock (
  location text        collate "C" not null,
  sku      text        collate "C" not null,
  low      bigint,
  restored bigint,
  since    timestamptz,
  rule     text        collate "C",
  version  bigint      not null,
  position bigint      not null,
  primary key (location, sku)
);
create index low_stock_now on low_stock (location, sku) where since is not null;
comment on column low_stock.since is 'when it was recorded that the item ran low; null while it is not low';

comment on column low_stock.rule is 'on whose behalf; null for a threshold of its own';

-- What rules say is low; written with available, so that they are compared on one state.
create table low_stock_rule (
  rule     text        collate "C" not null primary key,
  location text        collate "C",
  skus     text[]      collate "C" not null,
  low      bigint,
  restored bigint,
  version  bigint      not null,
  position bigint      not null,
  as_of    timestamptz not null
);

-- What speaks for counting an item; the score is made at the read.
create table count_need (
  location           text        collate "C" not null,
  sku                text        collate "C" not null,
  counted_at         timestamptz,
  variances          jsonb       not null,
  picked             jsonb       not null,
  open_discrepancies bigint      not null,
  version            bigint      not null,
  position           bigint      not null,
  primary key (location, sku)
);
comment on column count_need.variances is 'absolute, of the last counts and totals, the newest first';
comment on column count_need.picked is 'units by UTC day, back to 30 days before the newest of them';

-- A row per disagreement of shelf and book, open and settled.
create table discrepancy (
  location         text        collate "C" not null,
  sku              text        collate "C" not null,
  discrepancy_id   text        collate "C" not null,
  cause            text        collate "C" not null,
  condition        text        not null,
  stated           bigint,
  recorded         bigint,
  missing          bigint,
  reason           text        collate "C",
  note             text,
  source           text,
  reference_type   text        collate "C",
  reference_id     text        collate "C",
  awaits_approval  boolean     not null,
  flagged_at       timestamptz not null,
  explained_at     timestamptz,
  closed_at        timestamptz,
  flagged_position bigint      not null,
  version          bigint      not null,
  position         bigint      not null,
  primary key (location, sku, discrepancy_id)
) with (fillfactor = 80);
create index discrepancy_id on discrepancy (discrepancy_id);
create index discrepancy_oldest on discrepancy (flagged_position);
create index discrepancy_open on discrepancy (location, flagged_position) where closed_at is null;
comment on column discrepancy.flagged_position is 'the entry that opened it: the order of lists, the oldest first';

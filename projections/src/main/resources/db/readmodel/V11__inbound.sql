-- A row per line of a purchase order or shipping notice; written with available, in the same
-- transaction, so that what is expected and what is there are never read from different moments.
create table inbound_line (
  inbound_id        text        collate "C" not null,
  line              text        collate "C" not null,
  location          text        collate "C" not null,
  sku               text        collate "C" not null,
  kind              text        not null,
  vendor            text        collate "C" not null,
  quantity          bigint      not null,
  open              bigint      not null,
  good              bigint      not null,
  damaged           bigint      not null,
  quarantine        bigint      not null,
  non_sellable      bigint      not null,
  fulfilled         bigint      not null,
  missing           bigint      not null,
  cancelled         bigint      not null,
  in_time           bigint      not null,
  days_late         bigint,
  expected_from     date,
  expected_by       date        not null,
  first_expected_by date        not null,
  last_received_on  date,
  cohort            text        collate "C",
  reference_type    text        collate "C",
  reference_id      text        collate "C",
  source            text,
  note              text,
  announced_at      timestamptz not null,
  closed_at         timestamptz,
  made_position     bigint      not null,
  version           bigint      not null,
  position          bigint      not null,
  primary key (inbound_id, line, location, sku)
) with (fillfactor = 80);
create index inbound_line_open on inbound_line (location, sku, expected_by) where open > 0;
create index inbound_line_due on inbound_line (expected_by) where open > 0;
create index inbound_line_sku on inbound_line (sku, inbound_id);
create index inbound_line_vendor on inbound_line (vendor, inbound_id);
create index inbound_line_cohort on inbound_line (cohort, inbound_id) where cohort is not null;
comment on column inbound_line.in_time is 'units that were expected and came by the day that was stated when they came';
comment on column inbound_line.days_late is 'of the last units that came: their day less the day that was stated then; negative is early';
comment on column inbound_line.made_position is 'the entry that announced the line: lines are shown in this order';

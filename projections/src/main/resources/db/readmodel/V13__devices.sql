-- A row per device that ever delivered something.
create table device (
  device       text        collate "C" not null primary key,
  next         bigint      not null,
  skew_millis  bigint,
  device_clock timestamptz,
  last_heard   timestamptz,
  version      bigint      not null,
  position     bigint      not null
) with (fillfactor = 70);
comment on column device.next is 'every sequence below it is settled, or missing in a passed gap';

-- A row per line that a device delivered; other content under a sequence has another hash.
create table device_line (
  device         text        collate "C" not null,
  sequence       bigint      not null,
  hash           text        collate "C" not null,
  outcome        text        not null,
  type           text        not null,
  location       text        collate "C" not null,
  sku            text        collate "C" not null,
  problem        text,
  item_version   bigint,
  discrepancy_id text        collate "C",
  late           boolean     not null,
  occurred_at    timestamptz not null,
  waited_since   timestamptz,
  settled_at     timestamptz,
  content        jsonb,
  version        bigint      not null,
  position       bigint      not null,
  primary key (device, sequence, hash)
) with (fillfactor = 80);
create index device_line_unsettled on device_line (device, outcome, sequence)
  where outcome in ('waiting', 'refused', 'reused');
create index device_line_late on device_line (device, sequence) where late;

-- A row per gap that lines no longer wait for; what came of it since are late lines.
create table device_gap (
  device        text        collate "C" not null,
  from_sequence bigint      not null,
  to_sequence   bigint      not null,
  since         timestamptz not null,
  passed_at     timestamptz not null,
  version       bigint      not null,
  position      bigint      not null,
  primary key (device, from_sequence)
);

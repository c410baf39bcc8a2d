-- The disposable half of the database: everything here is folded from ledger.event and may be
-- thrown away and rebuilt. No name is qualified: the search path says which schema is meant.

-- How far each projection is. The token is JSON, so that SQL can read it.
create table token_entry (
  processor_name text  collate "C" not null,
  segment        int   not null,
  token          text,
  token_type     text,
  timestamp      text,
  owner          text,
  primary key (processor_name, segment)
) with (fillfactor = 50);

create view progress as
  select processor_name as projection, segment,
         coalesce((token::jsonb ->> 'position')::bigint, 0) as position
    from token_entry
   where processor_name <> '__config';

-- Streams that stand still in a projection, since an entry could not be folded.
create table parked (
  projection text        collate "C" not null,
  stream     text        collate "C" not null,
  version    bigint      not null,
  position   bigint      not null,
  error      text        not null,
  parked_at  timestamptz not null,
  primary key (projection, stream)
);

create table on_hand (
  location     text        collate "C" not null,
  sku          text        collate "C" not null,
  good         bigint      not null,
  damaged      bigint      not null,
  quarantine   bigint      not null,
  non_sellable bigint      not null,
  in_transit   bigint      not null,
  last_count   jsonb,
  version      bigint      not null,
  position     bigint      not null,
  as_of        timestamptz not null,
  primary key (location, sku)
) with (fillfactor = 80);
create index on_hand_sku on on_hand (sku, location);

create table available (
  location           text        collate "C" not null,
  sku                text        collate "C" not null,
  good               bigint      not null,
  damaged            bigint      not null,
  quarantine         bigint      not null,
  non_sellable       bigint      not null,
  pending            bigint      not null,
  allocated          bigint      not null,
  set_aside          bigint      not null,
  in_transit         bigint      not null,
  expected           bigint      not null,
  backordered        bigint      not null,
  next_due           timestamptz,
  last_count         jsonb,
  open_discrepancies bigint      not null,
  version            bigint      not null,
  position           bigint      not null,
  as_of              timestamptz not null,
  primary key (location, sku)
) with (fillfactor = 80);
create index available_sku on available (sku, location);
comment on column available.next_due is 'a lower bound of the expiries of its pending lines: up to it the row holds as it is';

-- A row per line of a reservation and item; written with available, in the same transaction.
create table reservation (
  reservation_id text        collate "C" not null,
  line           text        collate "C" not null,
  location       text        collate "C" not null,
  sku            text        collate "C" not null,
  requested      bigint      not null,
  quantity       bigint      not null,
  open           bigint      not null,
  picked         bigint      not null,
  released       bigint      not null,
  expired        bigint      not null,
  expires_at     timestamptz,
  channel        text        collate "C",
  reference_type text        collate "C",
  reference_id   text        collate "C",
  made_version   bigint      not null,
  reserved_at    timestamptz not null,
  closed_at      timestamptz,
  version        bigint      not null,
  position       bigint      not null,
  primary key (reservation_id, line, location, sku)
) with (fillfactor = 80);
create index reservation_due on reservation (location, sku, expires_at)
  where open > 0 and expires_at is not null;
create index reservation_open on reservation (location, sku, made_version) where open > 0;
create index reservation_reference on reservation (reference_id, reservation_id)
  where reference_id is not null;
comment on column reservation.made_version is 'the entry that put the line on the item: units cover promises in this order';

create table sellable (
  channel   text        collate "C" not null,
  location  text        collate "C" not null,
  sku       text        collate "C" not null,
  figure    bigint      not null,
  good      bigint      not null,
  reserved  bigint      not null,
  set_aside bigint      not null,
  rule      text        not null,
  next_due  timestamptz,
  version   bigint      not null,
  position  bigint      not null,
  as_of     timestamptz not null,
  primary key (sku, location, channel)
) with (fillfactor = 80);

create table history (
  position        bigint      not null primary key,
  location        text        collate "C" not null,
  sku             text        collate "C" not null,
  version         bigint      not null,
  type            text        not null,
  occurred_at     timestamptz not null,
  recorded_at     timestamptz not null,
  client          text        collate "C",
  credential      text        collate "C",
  key             text        collate "C",
  reason          text,
  note            text,
  source          text,
  reference_type  text        collate "C",
  reference_id    text        collate "C",
  reservation_id  text        collate "C",
  line            text        collate "C",
  quantity        bigint,
  change          jsonb       not null,
  moved           jsonb,
  counted         jsonb,
  absorbed_by     jsonb,
  reversed_version bigint,
  detail          jsonb,
  good            bigint      not null,
  damaged         bigint      not null,
  quarantine      bigint      not null,
  non_sellable    bigint      not null,
  pending         bigint      not null,
  allocated       bigint      not null,
  set_aside       bigint      not null,
  in_transit      bigint      not null,
  expected        bigint      not null,
  backordered     bigint      not null,
  next_due        timestamptz
);
create unique index history_version on history (location, sku, version);
create index history_occurred on history (location, sku, occurred_at, version);

create table location (
  location    text        collate "C" not null primary key,
  name        text        not null,
  kind        text        not null,
  time_zone   text        not null,
  version     bigint      not null,
  position    bigint      not null,
  as_of       timestamptz not null
);

create table product (
  sku         text        collate "C" not null primary key,
  name        text        not null,
  base_unit   text        not null,
  version     bigint      not null,
  position    bigint      not null,
  as_of       timestamptz not null
);

create table credential (
  credential_id text        collate "C" not null primary key,
  client        text        collate "C" not null,
  secret_hash   text        not null,
  roles         jsonb       not null,
  rights        jsonb       not null,
  channel       text        collate "C",
  issued_at     timestamptz not null,
  valid_until   timestamptz,
  revoked_at    timestamptz,
  version       bigint      not null,
  position      bigint      not null
);
create index credential_client on credential (client, credential_id);

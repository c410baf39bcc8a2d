-- Drafts of rules that are played over days that have passed. Kept for an hour.
create table preview (
  id           text        collate "C" not null primary key,
  channel      text        collate "C" not null,
  client       text        collate "C" not null,
  request_key  text        collate "C" not null,
  request_hash text        not null,
  draft        jsonb       not null,
  days         int         not null,
  until        timestamptz not null,
  locations    text[]      collate "C" not null,
  skus         text[]      collate "C" not null,
  state        text        not null check (state in ('running', 'done', 'cancelled', 'failed')),
  complete     boolean     not null default false,
  in_reach     bigint,
  looked_at    bigint      not null default 0,
  played       bigint      not null default 0,
  by_day       jsonb       not null default '{}',
  asked_at     timestamptz not null,
  heard_at     timestamptz not null,
  finished_at  timestamptz,
  unique (client, request_key)
);
comment on column preview.locations is 'empty for every location';
comment on column preview.skus is 'empty for every product';
comment on column preview.in_reach is 'items that may be looked at; null before it began';
comment on column preview.heard_at is 'when the node that plays it last wrote here';

-- Only days of items on which the draft makes a difference.
create table preview_item (
  preview  text   collate "C" not null references preview on delete cascade,
  number   bigint not null,
  day      date   not null,
  location text   collate "C" not null,
  sku      text   collate "C" not null,
  played   jsonb  not null,
  primary key (preview, number)
);

-- What other systems say of the channels that only watch, held against what these would say: a row
-- an item and day of UTC. Kept for 90 days.
create table shadow_day (
  channel     text        collate "C" not null,
  day         date        not null,
  location    text        collate "C" not null,
  sku         text        collate "C" not null,
  compared    bigint      not null,
  different   bigint      not null,
  more        bigint      not null,
  fewer       bigint      not null,
  largest     bigint      not null,
  last_at     timestamptz not null,
  said        bigint,
  said_state  text,
  ours        bigint      not null,
  ours_state  text        not null,
  primary key (channel, day, sku, location)
) with (fillfactor = 80);
comment on column shadow_day.different is 'of the figures compared, those that differ in units or state';
comment on column shadow_day.more is 'the sum of units that the other system said beyond ours';
comment on column shadow_day.fewer is 'the sum of units that it said less than ours';
comment on column shadow_day.largest is 'the largest difference in units';
comment on column shadow_day.last_at is 'of the newest figure of the day; the columns behind are its';
create index shadow_day_item on shadow_day (channel, sku, location);

-- Answers to those who sent figures, so that none counts twice. Kept for 30 days.
create table shadow_receipt (
  client       text        collate "C" not null,
  request_key  text        collate "C" not null,
  request_hash text        not null,
  answer       text        not null,
  recorded_at  timestamptz not null,
  primary key (client, request_key)
);
create index shadow_receipt_recorded_at on shadow_receipt (recorded_at);

-- What channels were told. It stands beside all generations of the read model: what was told stays
-- told, and no fold of the ledger could say when it was. Runs as ledger_app.

-- How far the announcer is. Whoever writes anything here holds this row first, so that there is one
-- writer at a time, whatever becomes of its node.
create table progress (
  one              boolean not null primary key default true check (one),
  position         bigint  not null default 0,
  last_change      bigint  not null default 0,
  forgotten_change bigint  not null default 0
);
comment on column progress.position is 'up to where entries of the ledger were looked at; 0 before there was a channel';
comment on column progress.last_change is 'the newest id of the log; ids are taken with this row held, so that they are seen in their order';
comment on column progress.forgotten_change is 'the newest id that is not kept any more';
insert into progress default values;

-- What each channel sees of each item. An item that it does not see has no row.
create table shown (
  channel     text        collate "C" not null,
  sku         text        collate "C" not null,
  location    text        collate "C" not null,
  offered     jsonb       not null,
  valid_until timestamptz,
  primary key (channel, sku, location)
) with (fillfactor = 80);
create index shown_valid_until on shown (valid_until) where valid_until is not null;
comment on column shown.valid_until is 'when the clock alone may make it another one';

create table change (
  id              bigint      not null primary key,
  channel         text        collate "C" not null,
  location        text        collate "C" not null,
  sku             text        collate "C" not null,
  before          jsonb,
  after           jsonb       not null,
  version         bigint      not null,
  position        bigint      not null,
  channel_version bigint      not null,
  cause           text        not null,
  changed_at      timestamptz not null
);
create index change_channel on change (channel, id);

-- Items that are looked at anew in the background, since a rule, a switch or the registry changed.
create table task (
  id          bigint      not null generated always as identity primary key,
  cause       text        not null,
  channel     text        collate "C",
  locations   text[]      collate "C" not null,
  skus        text[]      collate "C" not null,
  position    bigint      not null,
  after_sku   text        collate "C",
  after_location text     collate "C",
  done        bigint      not null default 0,
  total       bigint,
  asked_at    timestamptz not null,
  started_at  timestamptz,
  finished_at timestamptz
);
comment on column task.channel is 'null for every channel';
comment on column task.locations is 'empty for every location';
comment on column task.skus is 'empty for every product';
comment on column task.position is 'of the last entry that asked for it';
create index task_open on task (id) where finished_at is null;

-- What teams write by hand: a row of figures for each item, a journal, and the keys that were used.

create table stock (
  location  text   collate "C" not null,
  sku       text   collate "C" not null,
  on_hand   bigint not null check (on_hand >= 0),
  reserved  bigint not null check (reserved >= 0),
  available bigint not null check (available >= 0),
  version   bigint not null,
  primary key (location, sku)
) with (fillfactor = 50); -- room for updates in place

create table journal (
  id             bigint generated always as identity primary key,
  location       text   collate "C" not null,
  sku            text   collate "C" not null,
  version        bigint not null,
  kind           text   not null,
  quantity       bigint not null,
  reservation_id text   collate "C" not null,
  client         text   collate "C" not null,
  key            text   collate "C" not null,
  recorded_at    timestamptz not null,
  unique (location, sku, version)
);

create table idempotency (
  client       text  collate "C" not null,
  key          text  collate "C" not null,
  request_hash bytea not null,
  status       int   not null,
  answer       text  not null,
  recorded_at  timestamptz not null,
  primary key (client, key)
);
create index idempotency_recorded_at on idempotency using brin (recorded_at);

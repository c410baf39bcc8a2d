-- Beside the tables that Axon makes for itself: what commands were answered.
create table receipt (
  client       text  collate "C" not null,
  key          text  collate "C" not null,
  request_hash bytea not null,
  status       int   not null,
  answer       text  not null,
  recorded_at  timestamptz not null,
  primary key (client, key)
);
create index receipt_recorded_at on receipt using brin (recorded_at);

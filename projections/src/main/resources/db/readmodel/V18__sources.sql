-- Which sources are expected to report, and which do not, by name.
alter table location add column watches jsonb not null default '{}';
create index location_watched on location (location) where watches <> '{}';

-- The last entry at a location that named a source; its version is the entry's position.
create table source_heard (
  location text        collate "C" not null,
  source   text        collate "C" not null,
  heard_at timestamptz not null,
  version  bigint      not null,
  primary key (location, source)
) with (fillfactor = 80);

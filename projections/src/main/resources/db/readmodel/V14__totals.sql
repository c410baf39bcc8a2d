-- The newest total of each source of an item; written with available, in the same transaction.
create table source_word (
  location    text        collate "C" not null,
  sku         text        collate "C" not null,
  source      text        collate "C" not null,
  sequence    bigint      not null,
  observed_at timestamptz not null,
  won         boolean     not null,
  version     bigint      not null,
  position    bigint      not null,
  primary key (location, sku, source)
);

-- What the totals of a day came to; written with available, in the same transaction. A row per
-- item, so that no two streams ever write the same row; the reader adds them up.
create table total_day (
  location text   collate "C" not null,
  source   text   collate "C" not null,
  day      text   collate "C" not null,
  sku      text   collate "C" not null,
  age      text   collate "C" not null,
  stated   bigint not null,
  lost     bigint not null,
  net      bigint not null,
  absolute bigint not null,
  version  bigint not null,
  position bigint not null,
  primary key (location, source, day, sku, age)
);
comment on column total_day.day is 'of observation, in UTC, as 2026-11-24';
comment on column total_day.age is 'how old the word of the source before was: WordAge';

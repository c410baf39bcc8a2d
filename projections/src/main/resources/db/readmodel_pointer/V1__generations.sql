-- Which generation of the read model is read, and which one is being made. All nodes look here.
-- Whoever moves the pointer does it in one transaction: one generation retires, the next is live.

create table generation (
  number        int         not null primary key check (number >= 1),
  schema_name   text        not null unique,
  state         text        not null check (state in
                  ('building', 'catching-up', 'comparing', 'live', 'retired', 'compared', 'failed')),
  compares      boolean     not null default false,
  asked_at      timestamptz not null default clock_timestamp(),
  client        text        collate "C",
  request_key   text        collate "C",
  request_hash  text,
  builder       text        collate "C",
  claimed_until timestamptz,
  failures      int         not null default 0,
  position      bigint      not null default 0,
  goal          bigint      not null default 0,
  rate          float8,
  live_since    timestamptz,
  ended_at      timestamptz,
  drop_after    timestamptz,
  dropped_at    timestamptz,
  failure       text,
  differences   jsonb
);
comment on column generation.compares is 'made to be held against the live one, not to replace it';
comment on column generation.builder is 'the node, and which of its goes, that makes it';
comment on column generation.claimed_until is 'by the clock of the database: then any node may go on with it';
comment on column generation.failures is 'goes that came to nothing';
comment on column generation.position is 'up to where it is folded while it is being made';
comment on column generation.goal is 'where the live one was when somebody last looked';
comment on column generation.rate is 'entries a second, over the present go';
comment on column generation.drop_after is 'from then on nobody reads the schema, and it may go';

create unique index generation_live on generation ((true)) where state = 'live';
create unique index generation_in_the_making on generation ((true))
  where state in ('building', 'catching-up', 'comparing');
create index generation_request on generation (client, request_key) where request_key is not null;

-- The read model as it was before there were generations, or the empty one of a new database.
insert into generation (number, schema_name, state) values (1, 'readmodel', 'live');

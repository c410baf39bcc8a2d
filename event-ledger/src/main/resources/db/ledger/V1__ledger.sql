-- The precious half of the database: append-only. Runs as ledger_owner.

create table ledger.event (
  position    bigint      not null primary key check (position >= 1),
  stream      text        collate "C" not null,
  version     bigint      not null check (version >= 1),
  event_id    uuid        not null unique,
  type        text        not null,
  revision    int         not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  payload     bytea       not null,
  metadata    bytea       not null,
  unique (stream, version)
);
comment on table ledger.event is 'Every entry there ever was. Positions are dense and in commit order.';
comment on column ledger.event.position is 'place in the whole ledger, from 1';
comment on column ledger.event.version is 'place in its stream, from 1';
comment on column ledger.event.payload is 'canonical JSON (RFC 8785), the very bytes that were written';

-- Position and time rise together, so a few block ranges are all that "since when" has to look at.
create index event_recorded_at on ledger.event using brin (recorded_at);

create view ledger.entry as
  select position, stream, version, event_id, type, revision, occurred_at, recorded_at,
         convert_from(payload, 'UTF8')::jsonb as payload,
         convert_from(metadata, 'UTF8')::jsonb as metadata
    from ledger.event;

create function ledger.refuse_to_rewrite_history() returns trigger language plpgsql as $$
begin
  raise exception 'ledger.event is append-only: % is refused', lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;

create trigger event_is_append_only
  before update or delete or truncate on ledger.event
  for each statement execute function ledger.refuse_to_rewrite_history();
-- always: also in sessions that replay as a replica
alter table ledger.event enable always trigger event_is_append_only;

create table ledger.receipt (
  client       text        collate "C" not null,
  key          text        collate "C" not null,
  request_hash bytea       not null,
  status       int         not null,
  location     text,
  answer       bytea       not null,
  position     bigint      not null,
  recorded_at  timestamptz not null,
  primary key (client, key)
);
create index receipt_recorded_at on ledger.receipt using brin (recorded_at);

create table ledger.claim (
  id        text        collate "C" not null primary key,
  kind      text        not null,
  streams   text[]      not null,
  open      boolean     not null,
  due_at    timestamptz,
  reference text        collate "C",
  body      bytea       not null,
  position  bigint      not null,
  closed_at timestamptz,
  check (open = (closed_at is null))
);
create index claim_due on ledger.claim (due_at) where open and due_at is not null;
create index claim_reference on ledger.claim (reference, id) where open and reference is not null;
create index claim_open on ledger.claim (id) where open;
create index claim_closed on ledger.claim (closed_at) where not open;

create table ledger.snapshot (
  stream   text        collate "C" not null primary key,
  version  bigint      not null,
  type     text        not null,
  revision int         not null,
  payload  bytea       not null,
  taken_at timestamptz not null
);

grant usage on schema ledger to ledger_app, ledger_keeper;
grant select, insert on ledger.event to ledger_app;
grant select on ledger.entry to ledger_app;
grant select, insert on ledger.receipt to ledger_app;
grant select, insert, update on ledger.claim to ledger_app;
grant select, insert, update, delete, truncate on ledger.snapshot to ledger_app;

grant select (client, key, recorded_at), delete on ledger.receipt to ledger_keeper;
grant select (id, open, closed_at), delete on ledger.claim to ledger_keeper;

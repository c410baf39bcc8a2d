-- Deliveries to webhooks. What is delivered is in the ledger and in the log of changes; here is how
-- far each endpoint is, and what could not be delivered yet.

-- The secrets of all endpoints are derived from it.
create table installation_key (
  one     boolean     not null primary key default true check (one),
  key     bytea       not null check (length(key) = 32),
  made_at timestamptz not null
);

create table webhook_progress (
  webhook         text        collate "C" not null primary key,
  replays         int         not null,
  position        bigint      not null,
  change          bigint      not null,
  delivered       bigint      not null default 0,
  delivered_at    timestamptz,
  failing_since   timestamptz,
  last_failure_at timestamptz,
  last_failure    text
);
comment on column webhook_progress.replays is 'how many replays asked for were begun';
comment on column webhook_progress.position is 'every entry up to it is delivered, or is a line of webhook_delivery, or is not wanted';
comment on column webhook_progress.change is 'the same for the log of changes';
comment on column webhook_progress.failing_since is 'null while the last attempt succeeded';

create table webhook_delivery (
  webhook      text        collate "C" not null,
  source       text        collate "C" not null check (source in ('change', 'entry')),
  number       bigint      not null,
  lane         text        collate "C" not null,
  type         text        not null,
  body         text        not null,
  happened_at  timestamptz not null,
  state        text        not null check (state in ('waiting', 'retrying', 'parked')),
  attempts     int         not null default 0,
  first_at     timestamptz,
  last_at      timestamptz,
  next_at      timestamptz,
  last_failure text,
  primary key (webhook, source, number)
);
comment on column webhook_delivery.number is 'position of the entry, or id of the change';
comment on column webhook_delivery.lane is 'deliveries of a lane go one after the other';
comment on column webhook_delivery.state is 'waiting: behind another one of its lane; retrying: it failed; parked: it failed for too long';
create index webhook_delivery_lane on webhook_delivery (webhook, lane, number)
  where state <> 'parked';

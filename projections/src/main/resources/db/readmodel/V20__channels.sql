-- Channels with their rules, off switches and what pulls them; written with the registry.
create table channel (
  channel  text        collate "C" not null primary key,
  name     text        not null,
  traits   jsonb,
  retired  boolean     not null,
  version  bigint      not null,
  position bigint      not null,
  as_of    timestamptz not null
);
comment on column channel.traits is 'null for the default channel before it was put';
comment on column channel.version is 'counts the entries of its rules too';

-- What a rule says in whole, by its last entry.
create table channel_rule (
  channel  text        collate "C" not null,
  rule     text        collate "C" not null,
  sku      text        collate "C",
  location text        collate "C",
  scope    jsonb,
  terms    jsonb,
  why      text,
  set_by   text        collate "C",
  version  bigint      not null,
  position bigint      not null,
  as_of    timestamptz not null,
  primary key (channel, rule)
);
comment on column channel_rule.scope is 'null, as terms is, where the rule was removed';

create table off_switch (
  switch_id    text        collate "C" not null primary key,
  state        text        not null,
  scope        jsonb       not null,
  level        text        not null,
  why          text        not null,
  trigger      text        collate "C",
  measured     bigint,
  pulled_at    timestamptz not null,
  pulled_by    text        collate "C",
  returned_at  timestamptz,
  returned_by  text        collate "C",
  returned_why text,
  version      bigint      not null,
  position     bigint      not null
);
create index off_switch_pulled on off_switch (switch_id) where state = 'pulled';

create table switch_trigger (
  trigger           text        collate "C" not null primary key,
  condition         text,
  threshold         bigint,
  scope             jsonb,
  level             text,
  returns_by_itself boolean,
  version           bigint      not null,
  position          bigint      not null,
  as_of             timestamptz not null
);
comment on column switch_trigger.condition is 'null, as all it says is, where the trigger was removed';

-- How far feeds are that are written to files by the clock. Runs as ledger_app.
create table feed (
  feed  text  collate "C" not null primary key,
  state jsonb not null
);
comment on column feed.state is 'the last change of the log that is in its files, its newest file, what runs and what failed';

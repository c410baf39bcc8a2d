-- Background tasks take turns: a short one does not wait until a long one is finished.
alter table task add column turn bigint not null default 0;
comment on column task.turn is 'rounds so far; whoever has the fewest is next, a new one begins with the fewest there are';

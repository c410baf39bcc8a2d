-- What other systems call places and products, for showing; what an alias means is asked of the ledger.
alter table location add column aliases jsonb not null default '[]';
alter table product add column aliases jsonb not null default '[]';

-- When sources last said that they are alive. No entry of the ledger says so, and no generation of
-- the read model can bring it back: it stands beside them all, for all nodes.
create table heartbeat (
  location text        collate "C" not null,
  source   text        collate "C" not null,
  heard_at timestamptz not null,
  primary key (location, source)
) with (fillfactor = 50);

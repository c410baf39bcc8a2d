-- A line is found by its item and version, and by nothing else: one index less for every entry.
alter table history drop constraint history_pkey;
alter table history add constraint history_pkey primary key using index history_version;

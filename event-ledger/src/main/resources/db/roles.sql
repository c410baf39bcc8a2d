-- Run once in the ledger's database by a superuser, before the first migration. May be run again.
-- ledger_owner migrates, ledger_app runs, ledger_keeper deletes old receipts and closed claims.
-- Passwords are no business of this file.

do $$
declare
  wanted text;
begin
  foreach wanted in array array['ledger_owner', 'ledger_app', 'ledger_keeper'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I login', wanted);
      exception when duplicate_object or unique_violation then
        null; -- roles belong to the whole server: somebody else was faster, in another database
      end;
    end if;
  end loop;
  -- ledger_owner makes what its migrations need, ledger_app a schema for each generation of a read model
  execute format('grant create on database %I to ledger_owner, ledger_app', current_database());
end
$$;

create schema if not exists ledger authorization ledger_owner;

#!/bin/bash
# Run once by the database's own entry point, after 10-roles.sql: the roles get their passwords.
# (It may be sourced rather than executed, so it sets no shell options.)
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v owner="$LEDGER_OWNER_PASSWORD" -v app="$LEDGER_APP_PASSWORD" -v keeper="$LEDGER_KEEPER_PASSWORD" <<'SQL'
alter role ledger_owner login password :'owner';
alter role ledger_app login password :'app';
alter role ledger_keeper login password :'keeper';
SQL

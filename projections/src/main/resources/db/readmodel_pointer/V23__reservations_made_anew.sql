-- Rows of reservations know from this version on why promises ended. Where there are some already,
-- the read models are made anew beside the live ones, as if an operator had asked for it. If that
-- is under way, another one must be asked for by hand.
do $$
declare
  live text;
  any_made boolean;
begin
  select schema_name into live from generation where state = 'live';
  if to_regclass(format('%I.reservation', live)) is not null then
    execute format('select exists (select 1 from %I.reservation)', live) into any_made;
    if any_made then
      insert into generation (number, schema_name, state)
      select max(number) + 1, 'readmodel_' || (max(number) + 1), 'building' from generation
          on conflict do nothing;
    end if;
  end if;
end
$$;

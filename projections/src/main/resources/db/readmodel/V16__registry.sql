-- What the registry says of places and products beside their names.
alter table location
  add column traits    jsonb   not null default '{}',
  add column latitude  double precision,
  add column longitude double precision,
  add column retired   boolean not null default false;
comment on column location.latitude is 'degrees, for searching; what was said is in traits';
create index location_groups on location using gin ((traits -> 'groups'));

alter table product
  add column traits  jsonb   not null default '{}',
  add column gtin    text    collate "C",
  add column retired boolean not null default false;
comment on column product.gtin is 'with leading zeros up to 14 digits, for searching; what was said is in traits';
create index product_gtin on product (gtin) where gtin is not null;
create index product_parent on product ((traits ->> 'parent')) where traits ->> 'parent' is not null;

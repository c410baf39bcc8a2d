-- Why a promise ended, and what of it a change took away: so that promises that were kept can be
-- told from broken ones, and from those that the customer let go.
alter table reservation
  add column withdrawn bigint not null default 0,
  add column reason text;
comment on column reservation.withdrawn is 'of what was released, units that a change took away';
comment on column reservation.reason is 'the last that was given for units released or expired; UNKNOWN for what an earlier version folded';

-- What was folded before did not keep the reason; it is folded anew (see V23 of the pointer).
update reservation set reason = case when expired > 0 then 'EXPIRED' else 'UNKNOWN' end
 where expired > 0 or released > 0;

-- Rows lie nearly in the order of time, so a few summaries find those of a period; into a tree each
-- promise, and each pick that moves its row, would have to be written.
create index reservation_reserved_at on reservation using brin (reserved_at);

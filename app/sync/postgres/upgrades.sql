-- What is already there is brought up to date with the functions. Run as minwon_owner; safe to repeat, and quick when
-- there is nothing to do.

-- Cases that were pushed while the functions did not know cases yet belong to nobody and to no department; what belongs
-- to one follows it.
update doc d set holder = d.home, day = day_of(d.entity, d.fields), department = d.fields ->> 'department_code'
where d.entity = 'case_file' and d.holder is null;
update doc d set parent = c.row_id, holder = c.holder, day = c.day, department = c.department
from doc c
where d.entity in ('case_step', 'attachment') and d.parent is null
    and c.entity = 'case_file' and c.row_id = d.fields ->> 'case_id';

-- Of erased cases what belongs to them was left before, and bytes that nobody can open: they go now. As a push that erases,
-- so that no key slips in behind it.
lock table erased in exclusive mode;
select empty_case(c.row_id, clock_timestamp())
from doc c
where c.entity = 'case_file' and c.erased and exists (
    select from doc d where d.parent = c.row_id and d.entity in ('case_step', 'attachment') and not d.erased);
select forget_parts(d.row_id)
from doc d
where d.entity = 'attachment' and d.erased and exists (select from blob b where b.blob = (d.fields ->> 'blob') collate "C");

-- What counters wanted to erase of cases, cards and notes before it was known that they may: it is erased now.
do $$
declare
    wanted record;
begin
    for wanted in
        select o.*, o.by as by_login from op o
        where o.kind = 'erase' and o.reason = 'forbidden' and o.entity in ('case_file', 'case_step', 'attachment', 'card',
                'incident', 're_review')
            and not exists (select from erased e where (e.entity, e.row_id) = (o.entity, o.row_id))
        order by o.place
    loop
        perform take_erasure(wanted.home, row(wanted.op_id, wanted.place, wanted.n, wanted.entity, wanted.row_id,
            wanted.kind, wanted.base_version, wanted.fields, wanted.by_login, wanted.at_client, null, null, null, null,
            1)::offered, clock_timestamp());
    end loop;
end $$;

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

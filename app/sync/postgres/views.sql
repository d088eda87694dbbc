-- Read-only views for an office's own reporting tools (role minwon_reporting). Run as minwon_owner; safe to repeat.
-- Columns are only ever added, at the end. Personal text is locked with keys of its own and never shown here.

set local search_path = minwon_report, minwon, pg_temp;

-- Text of a field as a number, a moment or a day; null when it is none, so that one odd row spoils no report.
create or replace function as_int(value text) returns int
language sql immutable as $$ select case when value ~ '^-?[0-9]{1,9}$' then value::int end $$;

create or replace function as_moment(value text) returns timestamptz
language plpgsql stable as $$
begin
    return value::timestamptz;
exception when others then
    return null;
end $$;

create or replace view department as
select d.row_id as code, as_int(d.fields ->> 'number') as number, d.fields ->> 'name' as name,
    d.fields ->> 'bureau' as bureau, d.fields ->> 'location' as location, d.fields ->> 'phone' as phone,
    as_moment(d.fields ->> 'retired_at') as retired_at
from minwon.doc d where d.entity = 'department';
comment on view department is 'Departments of the office';
comment on column department.code is 'Short code, such as D001; never changes';
comment on column department.number is 'Number that stands for the department in survey answers';
comment on column department.name is 'Name as on paper';
comment on column department.bureau is 'Bureau it belongs to';
comment on column department.location is 'Where it is in the building';
comment on column department.phone is 'Main number';
comment on column department.retired_at is 'Since when it is no longer used; null while it is';

create or replace view service as
select d.row_id as code, d.fields ->> 'name' as name, d.fields ->> 'department_code' as department_code,
    d.fields ->> 'area' as area, as_int(d.fields ->> 'area_number') as area_number,
    as_int(d.fields ->> 'position') as position, as_moment(d.fields ->> 'retired_at') as retired_at
from minwon.doc d where d.entity = 'service';
comment on view service is 'Services a clerk can pick';
comment on column service.code is 'Short code; never changes';
comment on column service.name is 'Name as on screen';
comment on column service.department_code is 'The department that provides it';
comment on column service.area is 'Service area: the coarse group that survey answers carry';
comment on column service.area_number is 'Number that stands for the area in survey answers';
comment on column service.position is 'Place in the office''s list';
comment on column service.retired_at is 'Since when it is no longer offered; null while it is';

create or replace view counter as
select d.row_id as code, d.fields ->> 'name' as name, as_moment(d.fields ->> 'retired_at') as retired_at,
    d.fields ->> 'key_until' as key_until
from minwon.doc d where d.entity = 'counter';
comment on view counter is 'Counters: desks where people are served';
comment on column counter.code is 'Begins every visit number given there';
comment on column counter.name is 'Name of the desk';
comment on column counter.retired_at is 'Since when nobody is called there; null while it is used';
comment on column counter.key_until is 'Last day on which its slips were signed; null while it is used';

create or replace view person as
select d.row_id as login, null::text as name, d.fields ->> 'role' as role,
    as_moment(d.fields ->> 'retired_at') as retired_at
from minwon.doc d where d.entity = 'person';
comment on view person is 'Accounts of the office''s own staff';
comment on column person.login is 'What the person signs in with';
comment on column person.name is 'Personal: locked, and always null here';
comment on column person.role is 'clerk, consultant, supervisor, auditor or admin';
comment on column person.retired_at is 'Since when the account is withdrawn; null while it is used';

create or replace view visit as
select d.row_id as id, d.fields ->> 'counter_code' as counter_code, d.day, as_int(d.fields ->> 'seq') as seq,
    (d.fields ->> 'counter_code') || '-' || lpad(d.fields ->> 'seq', greatest(3, length(d.fields ->> 'seq')), '0') as number,
    d.fields ->> 'service_code' as service_code, d.fields ->> 'department_code' as department_code,
    case when jsonb_typeof(d.fields -> 'further_services') = 'array'
        then array(select jsonb_array_elements_text(d.fields -> 'further_services')) else '{}'::text[]
    end as further_services,
    d.fields ->> 'visitor_kind' as visitor_kind, d.fields ->> 'registered_by' as registered_by,
    as_moment(d.fields ->> 'registered_at') as registered_at, d.fields ->> 'now_at' as now_at,
    (d.fields ->> 'slip_withheld') = 'true' as slip_withheld, null::text as note, null::text as queue_number, d.erased
from minwon.doc d where d.entity = 'visit';
comment on view visit is 'Visits. What happened to one stands in visit_step';
comment on column visit.id is 'Never changes';
comment on column visit.counter_code is 'Counter that gave the number';
comment on column visit.day is 'The office''s day';
comment on column visit.seq is 'Number of the visit within counter and day';
comment on column visit.number is 'The number on paper, such as A-037';
comment on column visit.service_code is 'First service';
comment on column visit.department_code is 'Department of the first service';
comment on column visit.further_services is 'Codes of services beyond the first, in order';
comment on column visit.visitor_kind is 'In what capacity the visitor came';
comment on column visit.registered_by is 'Login of who entered it';
comment on column visit.registered_at is 'When it was entered';
comment on column visit.now_at is 'Counter that serves it or is to call it when it was entered; null: any';
comment on column visit.slip_withheld is 'The visitor wanted no slip';
comment on column visit.note is 'Personal: locked, and always null here';
comment on column visit.queue_number is 'Personal: locked, and always null here';
comment on column visit.erased is 'Its personal text was erased';

create or replace view visit_step as
select d.row_id as id, d.parent as visit_id, d.day, d.place as position, d.fields ->> 'kind' as kind,
    as_moment(d.fields ->> 'at') as at, d.fields ->> 'by' as by, d.fields ->> 'counter_code' as counter_code,
    d.fields ->> 'to_counter' as to_counter, (d.fields ->> 'automatic') = 'true' as automatic,
    (d.fields ->> 'trusted') = 'true' as trusted
from minwon.doc d where d.entity = 'visit_step';
comment on view visit_step is 'What happened to visits; rows are only ever added';
comment on column visit_step.id is 'Never changes';
comment on column visit_step.visit_id is 'The visit';
comment on column visit_step.day is 'The office''s day of the visit';
comment on column visit_step.position is 'Orders the steps of a visit';
comment on column visit_step.kind is 'registered, called, serving_started, finished …';
comment on column visit_step.at is 'When';
comment on column visit_step.by is 'Login of who did it';
comment on column visit_step.counter_code is 'Where';
comment on column visit_step.to_counter is 'Counter it was handed to, if any';
comment on column visit_step.automatic is 'The program took the step by itself';
comment on column visit_step.trusted is 'A duration may be measured from it';

create or replace view slip as
select d.row_id as id, d.parent as visit_id, d.day, d.fields ->> 'paper' as paper, d.fields ->> 'language' as language,
    (d.fields ->> 'reissue') = 'true' as reissue, d.fields ->> 'state' as state,
    as_moment(d.fields ->> 'printed_at') as printed_at, d.fields ->> 'department_code' as department_code
from minwon.doc d where d.entity = 'slip';
comment on view slip is 'Slips of visits';
comment on column slip.id is 'Never changes';
comment on column slip.visit_id is 'The visit';
comment on column slip.day is 'The office''s day of the visit';
comment on column slip.paper is 'Size of the paper';
comment on column slip.language is 'Language it is printed in';
comment on column slip.reissue is 'Printed again';
comment on column slip.state is 'How far it has come: waiting, handed to the printer, confirmed, failed';
comment on column slip.printed_at is 'When it was made';
comment on column slip.department_code is 'The department on the paper';

create or replace view task as
select d.row_id as id, d.fields ->> 'bureau' as bureau, d.fields ->> 'department' as department,
    d.fields ->> 'team' as team, d.fields ->> 'title' as title, d.fields ->> 'location' as location,
    d.fields ->> 'phone' as phone, coalesce(d.fields ->> 'active', 'true') = 'true' as active
from minwon.doc d where d.entity = 'task';
comment on view task is 'The office''s directory: what is done where';
comment on column task.id is 'Never changes';
comment on column task.bureau is 'Bureau of the department';
comment on column task.department is 'Department, by its name';
comment on column task.team is 'Team within the department';
comment on column task.title is 'What is done';
comment on column task.location is 'Where it is in the building';
comment on column task.phone is 'Its number';
comment on column task.active is 'Whether citizens are sent there';

create or replace view guidance as
select d.row_id as id, d.fields ->> 'day' as day, as_moment(d.fields ->> 'at') as at,
    d.fields ->> 'task_id' as task_id, null::text as phrase, d.fields ->> 'transfer' as transfer,
    as_moment(d.fields ->> 'due') as due,
    as_moment(d.fields ->> 'taken_at') as taken_at, d.fields ->> 'outcome' as outcome,
    d.fields ->> 'actual_task_id' as actual_task_id, d.fields ->> 'reason' as reason
from minwon.doc d where d.entity = 'guidance';
comment on view guidance is 'Citizens who were shown a way; neither by whom nor where';
comment on column guidance.id is 'Never changes';
comment on column guidance.day is 'The office''s day, as ISO text';
comment on column guidance.at is 'When';
comment on column guidance.task_id is 'What they were sent for';
comment on column guidance.phrase is 'Personal: locked, and always null here';
comment on column guidance.transfer is 'Clock of the act that was started, if any';
comment on column guidance.due is 'When that clock ends';
comment on column guidance.taken_at is 'When somebody took it over';
comment on column guidance.outcome is 'right, wrong, or empty while nobody has said';
comment on column guidance.actual_task_id is 'Of a wrong one: what they should have been sent for';
comment on column guidance.reason is 'Of a wrong one: why';

create or replace view conflict as
select d.row_id as id, d.fields ->> 'entity' as entity, d.fields ->> 'row_id' as row_id, f.name as field,
    as_moment(f.value ->> 'kept_at') as kept_at, f.value ->> 'kept_by' as kept_by,
    as_moment(f.value ->> 'other_at') as other_at, f.value ->> 'other_by' as other_by
from minwon.doc d
cross join lateral jsonb_each(case when jsonb_typeof(d.fields -> 'fields') = 'object' then d.fields -> 'fields' else '{}' end)
    as f (name, value)
where d.entity = 'conflict';
comment on view conflict is 'Fields that two people changed at once; the values themselves are for the counters';
comment on column conflict.id is 'The conflict; one may have several fields';
comment on column conflict.entity is 'What kind of record';
comment on column conflict.row_id is 'Which record';
comment on column conflict.field is 'Which field';
comment on column conflict.kept_at is 'When the value that stands reached the shared side';
comment on column conflict.kept_by is 'Login of who gave it';
comment on column conflict.other_at is 'When the value before it reached the shared side';
comment on column conflict.other_by is 'Login of who gave that';

create or replace view survey_day as
select d.row_id as day, d.fields as figures
from minwon.doc d where d.entity = 'survey_day';
comment on view survey_day is 'The survey''s published figures, a row a day';
comment on column survey_day.day is 'The office''s day, as ISO text';
comment on column survey_day.figures is 'Tallies as the survey server published them';

create or replace view survey_answer as
select a.id, a.day, a.department, a.area, a.language, a.body
from minwon.survey_answer a;
comment on view survey_answer is 'Answers of citizens. Nothing leads from one to a visit; sealed parts are left out';
comment on column survey_answer.id is 'Random';
comment on column survey_answer.day is 'The office''s day';
comment on column survey_answer.department is 'department.number';
comment on column survey_answer.area is 'service.area_number';
comment on column survey_answer.language is 'Language of the page';
comment on column survey_answer.body is 'The answers';

set local search_path = minwon, pg_temp;

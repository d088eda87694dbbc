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

create or replace view case_file as
select d.row_id as id, d.fields ->> 'number' as number, d.fields ->> 'kind' as kind,
    d.fields ->> 'channel' as channel, d.fields ->> 'written_by' as written_by,
    as_moment(d.fields ->> 'received_at') as received_at, d.fields ->> 'received_by' as received_by,
    d.fields ->> 'counter_code' as counter_code, d.fields ->> 'department_code' as department_code,
    d.fields ->> 'service_code' as service_code, d.fields ->> 'period' as period, d.fields ->> 'flags' as flags,
    d.fields ->> 'of_visit' as visit_id, d.fields ->> 'matter_id' as matter_id,
    d.fields ->> 'external_number' as external_number,
    coalesce(d.fields ->> 'to_auditor', 'false') = 'true' as to_auditor,
    nullif(d.day, date '9999-12-31') as ended_on, d.erased
from minwon.doc d where d.entity = 'case_file';
comment on view case_file is 'Cases: petitions, grievances and praise as they were received, without the words. What was done stands in case_step';
comment on column case_file.id is 'Never changes';
comment on column case_file.number is 'The office''s number, such as 2026-C01-0007';
comment on column case_file.kind is 'What kind of petition: GRIEV, SUGGEST, OTHER, L-PERMIT …';
comment on column case_file.channel is 'How it came: counter, phone, paper, post, online, board';
comment on column case_file.written_by is 'citizen or clerk: whose hand wrote it';
comment on column case_file.received_at is 'When it was received';
comment on column case_file.received_by is 'Login of who entered it';
comment on column case_file.counter_code is 'Counter that entered it';
comment on column case_file.department_code is 'Department that handles it';
comment on column case_file.service_code is 'Service it is about, if any';
comment on column case_file.period is 'Its own period, such as 7d; empty: as the kind or the service has it';
comment on column case_file.flags is 'COMPLEX, MANY, PRE; separated by spaces';
comment on column case_file.visit_id is 'The visit it came from, if any';
comment on column case_file.matter_id is 'First case on the same matter';
comment on column case_file.external_number is 'Its number in another system';
comment on column case_file.to_auditor is 'The audit officer handles it';
comment on column case_file.ended_on is 'Day it ended on; null while it is open';
comment on column case_file.erased is 'Its personal text was erased';

create or replace view case_step as
select d.row_id as id, d.parent as case_id, d.place as position, d.fields ->> 'kind' as kind,
    as_moment(d.fields ->> 'at') as at, d.fields ->> 'on_day' as on_day, d.fields ->> 'by' as by,
    d.fields ->> 'counter_code' as counter_code, d.fields ->> 'of_step' as of_step, d.fields -> 'detail' as detail
from minwon.doc d where d.entity = 'case_step';
comment on view case_step is 'What was done with cases; rows are only ever added';
comment on column case_step.id is 'Never changes';
comment on column case_step.case_id is 'The case';
comment on column case_step.position is 'Orders the steps of a case';
comment on column case_step.kind is 'taken_over, supplement_asked, answered, closed …';
comment on column case_step.at is 'When it was recorded';
comment on column case_step.on_day is 'The day it counts for, as ISO text';
comment on column case_step.by is 'Login of who did it';
comment on column case_step.counter_code is 'Where';
comment on column case_step.of_step is 'The step it undoes or corrects, if any';
comment on column case_step.detail is 'What else belongs to its kind';

create or replace view attachment as
select d.row_id as id, d.parent as case_id, d.fields ->> 'medium' as medium, as_int(d.fields ->> 'size') as size,
    as_moment(d.fields ->> 'at') as at, d.fields ->> 'by' as by,
    coalesce(d.fields ->> 'removed', 'false') = 'true' as removed
from minwon.doc d where d.entity = 'attachment';
comment on view attachment is 'Scans and photos of cases; what is in them only counters can open';
comment on column attachment.id is 'Never changes';
comment on column attachment.case_id is 'The case';
comment on column attachment.medium is 'What it is, such as application/pdf';
comment on column attachment.size is 'Bytes';
comment on column attachment.at is 'When it was attached';
comment on column attachment.by is 'Login of who did it';
comment on column attachment.removed is 'It was taken away again';

create or replace view card as
select d.row_id as id, d.fields ->> 'side' as side, d.fields ->> 'source' as source, d.fields ->> 'day' as day,
    d.fields ->> 'department_code' as department_code, d.fields ->> 'state' as state,
    as_moment(d.fields ->> 'state_at') as state_at, d.fields ->> 'case_id' as case_id,
    d.fields ->> 'improvement_id' as improvement_id
from minwon.doc d where d.entity = 'card';
comment on view card is 'Cards of the board, without the words';
comment on column card.id is 'Never changes';
comment on column card.side is 'liked or missed';
comment on column card.source is 'survey, paper or counter';
comment on column card.day is 'The office''s day, as ISO text';
comment on column card.department_code is 'Department it is about, if any';
comment on column card.state is 'new, fixing, fixed, review, thanked, case, hidden';
comment on column card.state_at is 'Since when';
comment on column card.case_id is 'The case that was made of it, if any';
comment on column card.improvement_id is 'The improvement task it belongs to, if any';

create or replace view improvement as
select d.row_id as id, d.fields ->> 'title' as title, d.fields ->> 'goal' as goal,
    d.fields ->> 'department_code' as department_code, d.fields ->> 'measure' as measure,
    d.fields ->> 'before' as before, d.fields ->> 'after' as after, d.fields ->> 'begins' as begins,
    d.fields ->> 'ends' as ends, d.fields ->> 'status' as status, as_moment(d.fields ->> 'made_at') as made_at
from minwon.doc d where d.entity = 'improvement';
comment on view improvement is 'Improvement tasks';
comment on column improvement.id is 'Never changes';
comment on column improvement.title is 'What is to change';
comment on column improvement.goal is 'What is to be reached';
comment on column improvement.department_code is 'Department that owns it';
comment on column improvement.measure is 'What is measured, with its unit';
comment on column improvement.before is 'Value before, as written';
comment on column improvement.after is 'Value after, as written';
comment on column improvement.begins is 'First day, as ISO text';
comment on column improvement.ends is 'Last day, as ISO text';
comment on column improvement.status is 'consulting, on_track, delayed, done, exemplary_failure, stopped';
comment on column improvement.made_at is 'When it was made';

create or replace view improvement_review as
select d.row_id as id, d.fields ->> 'improvement_id' as improvement_id, d.fields ->> 'quarter' as quarter,
    d.fields ->> 'status' as status, d.fields ->> 'text' as text, d.fields ->> 'value' as value,
    as_moment(d.fields ->> 'at') as at
from minwon.doc d where d.entity = 'improvement_review';
comment on view improvement_review is 'Quarterly reviews of improvement tasks; rows are only ever added';
comment on column improvement_review.id is 'Never changes';
comment on column improvement_review.improvement_id is 'The task';
comment on column improvement_review.quarter is 'Such as 2026-4';
comment on column improvement_review.status is 'What was found then';
comment on column improvement_review.text is 'In words';
comment on column improvement_review.value is 'Value measured then, as written';
comment on column improvement_review.at is 'When';

create or replace view incident as
select d.row_id as id, as_moment(d.fields ->> 'begun_at') as begun_at, d.fields ->> 'counter_code' as counter_code,
    d.fields ->> 'kind' as kind, as_moment(d.fields ->> 'warned_at') as warned_at,
    as_moment(d.fields ->> 'ended_at') as ended_at, d.fields ->> 'end' as ending
from minwon.doc d where d.entity = 'incident';
comment on view incident is 'Notes of abuse at the counter; neither by whom nor what was said';
comment on column incident.id is 'Never changes';
comment on column incident.begun_at is 'When the key was pressed';
comment on column incident.counter_code is 'Where';
comment on column incident.kind is 'shouting, threat, violence, sexual, endless, other';
comment on column incident.warned_at is 'When the warning was given';
comment on column incident.ended_at is 'When it was over';
comment on column incident.ending is 'calmed, left, ended_by_us, police; empty while it goes on';

create or replace view re_review as
select d.row_id as id, d.fields ->> 'department_code' as department_code,
    d.fields ->> 'rejected_on' as rejected_on, d.fields ->> 'look_on' as look_on, d.fields ->> 'state' as state,
    as_moment(d.fields ->> 'state_at') as state_at
from minwon.doc d where d.entity = 're_review';
comment on view re_review is 'Rejected applications to be looked at again; neither whose nor why';
comment on column re_review.id is 'Never changes';
comment on column re_review.department_code is 'Department that looks again';
comment on column re_review.rejected_on is 'Day of the first decision, as ISO text';
comment on column re_review.look_on is 'Day of the second look, as ISO text';
comment on column re_review.state is 'waiting, granted, other_help, upheld, unreachable';
comment on column re_review.state_at is 'Since when';

create or replace view precedent as
select d.row_id as id, d.fields ->> 'question' as question, d.fields ->> 'answer' as answer,
    d.fields ->> 'law' as law, d.fields ->> 'department_code' as department_code,
    as_moment(d.fields ->> 'at') as at, coalesce(d.fields ->> 'active', 'true') = 'true' as active
from minwon.doc d where d.entity = 'precedent';
comment on view precedent is 'Answers that two officers should give alike';
comment on column precedent.id is 'Never changes';
comment on column precedent.question is 'What is asked';
comment on column precedent.answer is 'What is answered';
comment on column precedent.law is 'By what law';
comment on column precedent.department_code is 'Department it is about, if any';
comment on column precedent.at is 'When it was written';
comment on column precedent.active is 'It is still used';

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

-- The tables of the shared side. They know nothing of the office: documents, a ledger of operations, a feed of what
-- changed. Run once, as minwon_owner; text that orders or identifies is compared byte by byte (collate "C").

create table meta (
    one boolean primary key default true check (one),
    application text not null default 'minwon-desk',
    office text not null,
    name text not null,
    schema_version int not null,
    protocol int not null,
    epoch text not null default gen_random_uuid()::text
);

create table node (
    home text collate "C" primary key,
    counter_code text collate "C" not null,
    name text not null,
    public_key bytea not null,
    login text collate "C" not null,
    joined_at timestamptz not null default clock_timestamp(),
    release text not null default '',
    last_seen timestamptz,
    unsent int not null default 0,
    conflicts int not null default 0,
    clock double precision,
    ticket_count bigint not null default 0,
    ticket_mark text not null default '',
    departments text[],
    renewed_from text collate "C",
    removed_on date
);
create index node_login on node (login);

create table invite (
    login text collate "C" primary key,
    until timestamptz not null,
    made_at timestamptz not null default clock_timestamp(),
    departments text[],
    used_at timestamptz,
    withdrawn_at timestamptz
);

-- The ledger: every operation ever offered, with what became of it. Only ever added to.
create sequence place;
create table op (
    op_id text collate "C" primary key,
    place bigint not null unique,
    home text collate "C" not null,
    n bigint not null,
    entity text collate "C" not null,
    row_id text collate "C" not null,
    kind text not null,
    base_version int not null,
    fields jsonb,
    by text not null,
    at_client text not null,
    at_server timestamptz not null,
    result text not null,
    reason text not null,
    version int not null
);

-- A record as it stands. A field that is not in `fver` is as it was created: version 1, by `home` and `made_by` at
-- `made_at`; the others carry [version, home, by, at].
create table doc (
    entity text collate "C",
    row_id text collate "C",
    version int not null,
    place bigint not null,
    home text collate "C" not null,
    made_by text not null,
    made_at timestamptz not null,
    erased boolean not null default false,
    fields jsonb not null,
    fver jsonb not null default '{}',
    parent text collate "C",
    day date,
    department text collate "C",
    holder text collate "C",
    primary key (entity, row_id)
);
create unique index doc_number
    on doc ((fields ->> 'counter_code') collate "C", day, (fields ->> 'seq') collate "C") where entity = 'visit';
create index doc_parent on doc (parent) where parent is not null;
create index doc_day on doc (day, place) where entity = 'visit';

create table record_key (
    entity text collate "C",
    row_id text collate "C",
    key bytea not null,
    primary key (entity, row_id)
);

create table erased (
    entity text collate "C",
    row_id text collate "C",
    at timestamptz not null default clock_timestamp(),
    primary key (entity, row_id)
);

-- What changed, in an order in which no late transaction can be missed: read up to the oldest transaction that is still
-- running, and past the pair (xid, seq).
create sequence feed_seq;
create table feed (
    xid xid8 not null default pg_current_xact_id(),
    seq bigint not null default nextval('feed_seq'),
    entity text collate "C" not null,
    row_id text collate "C" not null,
    day date,
    department text collate "C",
    primary key (xid, seq)
);

create table audit (
    home text collate "C",
    n bigint,
    at text not null,
    login text not null,
    role text not null,
    counter_code text not null,
    action text not null,
    entity text not null,
    row_id text not null,
    detail text not null,
    chain bytea not null,
    primary key (home, n)
);

create table access_log (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    home text not null,
    login text not null,
    role text not null,
    wanted text not null,
    argument text not null
);

create table blob (
    blob text collate "C",
    part int,
    data bytea not null,
    primary key (blob, part)
);

-- Answers of the survey. No time and no order of arrival is kept (decision 0004).
create table survey_answer (
    id uuid primary key,
    day date not null,
    department int not null,
    area int not null,
    language text not null,
    body jsonb not null,
    envelope bytea not null
);
create index survey_answer_day on survey_answer (day, department);

-- Context: Analytics (analytics). Migration 0001_initial.
-- Made by groundplan from the Design: change that and not this file.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '15min';

-- create table: analytics/entity/dashboard
CREATE TABLE dashboards (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  owner_account_id uuid NOT NULL,
  title varchar(200) NOT NULL,
  layout jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT dashboards_pkey PRIMARY KEY (id)
);
CREATE INDEX dashboards_created_at_idx ON dashboards (created_at);
CREATE INDEX dashboards_owner_account_id_idx ON dashboards (owner_account_id);
COMMENT ON TABLE dashboards IS 'A page of figures that somebody put together and may share.';
COMMENT ON COLUMN dashboards.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN dashboards.owner_account_id IS 'Id of the account in Identity and access: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN dashboards.created_at IS 'When the row was made.';
COMMENT ON COLUMN dashboards.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX dashboards_created_at_idx IS 'Pages through every dashboard, newest first.';
COMMENT ON INDEX dashboards_owner_account_id_idx IS 'Finds every dashboard of one owner account.';

-- create table: analytics/entity/report
CREATE TABLE reports (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  requester_account_id uuid NOT NULL,
  report_type varchar(60) NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL,
  object_key varchar(300),
  status text NOT NULL DEFAULT 'requested',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT reports_pkey PRIMARY KEY (id),
  CONSTRAINT reports_status_check CHECK (status IN ('requested', 'running', 'ready', 'failed'))
);
CREATE INDEX reports_requester_account_id_created_at_idx ON reports (requester_account_id, created_at DESC);
COMMENT ON TABLE reports IS 'One run of a question over the history, and where its result is.';
COMMENT ON COLUMN reports.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN reports.requester_account_id IS 'Id of the account in Identity and access: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN reports.created_at IS 'When the row was made.';
COMMENT ON COLUMN reports.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX reports_requester_account_id_created_at_idx IS 'Lists every report of one requester account, newest first.';

-- create table: analytics/entity/replay
CREATE TABLE replays (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  from_time timestamptz NOT NULL,
  to_time timestamptz NOT NULL,
  reason text NOT NULL,
  status text NOT NULL DEFAULT 'requested',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT replays_pkey PRIMARY KEY (id),
  CONSTRAINT replays_reason_check CHECK (char_length(reason) <= 5000),
  CONSTRAINT replays_status_check CHECK (status IN ('requested', 'running', 'completed', 'failed'))
);
CREATE INDEX replays_created_at_idx ON replays (created_at);
COMMENT ON TABLE replays IS 'One repetition of the stream over a span of time, after a fault or a new rule.';
COMMENT ON COLUMN replays.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN replays.created_at IS 'When the row was made.';
COMMENT ON COLUMN replays.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX replays_created_at_idx IS 'Pages through every replay, newest first.';

COMMIT;

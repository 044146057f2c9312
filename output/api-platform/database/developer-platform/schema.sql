-- Context: Developer platform (developer-platform). The desired state; the migrations lead to it.
-- Made by groundplan from the Design: change that and not this file.

CREATE TABLE applications (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  owner_account_id uuid NOT NULL,
  name varchar(120) NOT NULL,
  redirect_url varchar(2000),
  client_id varchar(60) NOT NULL,
  status text NOT NULL DEFAULT 'sandbox',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT applications_pkey PRIMARY KEY (id),
  CONSTRAINT applications_client_id_key UNIQUE (client_id),
  CONSTRAINT applications_status_check CHECK (status IN ('sandbox', 'submitted', 'approved', 'suspended'))
);
CREATE INDEX applications_created_at_idx ON applications (created_at);
CREATE INDEX applications_owner_account_id_idx ON applications (owner_account_id);
COMMENT ON TABLE applications IS 'A program of somebody else that calls the API.';
COMMENT ON COLUMN applications.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN applications.owner_account_id IS 'Id of the account in Identity and access: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN applications.created_at IS 'When the row was made.';
COMMENT ON COLUMN applications.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX applications_created_at_idx IS 'Pages through every application, newest first.';
COMMENT ON INDEX applications_owner_account_id_idx IS 'Finds every application of one owner account.';

CREATE TABLE api_keys (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  application_id uuid NOT NULL,
  owner_account_id uuid NOT NULL,
  prefix varchar(12) NOT NULL,
  scope varchar(200) NOT NULL,
  expires_at timestamptz NOT NULL,
  key_hash varchar(128) NOT NULL,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT api_keys_pkey PRIMARY KEY (id),
  CONSTRAINT api_keys_key_hash_key UNIQUE (key_hash),
  CONSTRAINT api_keys_prefix_key UNIQUE (prefix),
  CONSTRAINT api_keys_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE
);
CREATE INDEX api_keys_application_id_idx ON api_keys (application_id);
CREATE INDEX api_keys_owner_account_id_created_at_idx ON api_keys (owner_account_id, created_at DESC);
COMMENT ON TABLE api_keys IS 'What a system proves itself with; only a hash of it is kept.';
COMMENT ON COLUMN api_keys.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN api_keys.application_id IS 'The application it belongs to.';
COMMENT ON COLUMN api_keys.owner_account_id IS 'Id of the account in Identity and access: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN api_keys.created_at IS 'When the row was made.';
COMMENT ON COLUMN api_keys.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX api_keys_application_id_idx IS 'Finds every api key of one application.';
COMMENT ON INDEX api_keys_owner_account_id_created_at_idx IS 'Lists every api key of one owner account, newest first.';

CREATE TABLE webhook_endpoints (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  application_id uuid NOT NULL,
  owner_account_id uuid NOT NULL,
  url varchar(2000) NOT NULL,
  event_types jsonb NOT NULL,
  signing_secret varchar(255) NOT NULL,
  enabled boolean NOT NULL DEFAULT TRUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT webhook_endpoints_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_endpoints_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE
);
CREATE INDEX webhook_endpoints_application_id_idx ON webhook_endpoints (application_id);
CREATE INDEX webhook_endpoints_created_at_idx ON webhook_endpoints (created_at);
CREATE INDEX webhook_endpoints_owner_account_id_idx ON webhook_endpoints (owner_account_id);
COMMENT ON TABLE webhook_endpoints IS 'Where somebody else wants to be told of what happens, and of what.';
COMMENT ON COLUMN webhook_endpoints.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN webhook_endpoints.application_id IS 'The application it belongs to.';
COMMENT ON COLUMN webhook_endpoints.owner_account_id IS 'Id of the account in Identity and access: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN webhook_endpoints.event_types IS 'Names of the events that are sent.';
COMMENT ON COLUMN webhook_endpoints.created_at IS 'When the row was made.';
COMMENT ON COLUMN webhook_endpoints.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX webhook_endpoints_application_id_idx IS 'Finds every webhook endpoint of one application.';
COMMENT ON INDEX webhook_endpoints_created_at_idx IS 'Pages through every webhook endpoint, newest first.';
COMMENT ON INDEX webhook_endpoints_owner_account_id_idx IS 'Finds every webhook endpoint of one owner account.';

CREATE TABLE webhook_deliveries (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  webhook_endpoint_id uuid NOT NULL,
  event_id uuid NOT NULL,
  event_type varchar(80) NOT NULL,
  payload jsonb NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  response_status integer,
  next_attempt_at timestamptz,
  status text NOT NULL DEFAULT 'pending',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_deliveries_webhook_endpoint_id_event_id_key UNIQUE (webhook_endpoint_id, event_id),
  CONSTRAINT webhook_deliveries_attempts_check CHECK (attempts >= 0),
  CONSTRAINT webhook_deliveries_response_status_check CHECK (response_status >= 100 AND response_status <= 599),
  CONSTRAINT webhook_deliveries_status_check CHECK (status IN ('pending', 'delivered', 'failed')),
  CONSTRAINT webhook_deliveries_webhook_endpoint_id_fkey FOREIGN KEY (webhook_endpoint_id) REFERENCES webhook_endpoints (id) ON DELETE CASCADE
);
CREATE INDEX webhook_deliveries_created_at_idx ON webhook_deliveries (created_at);
COMMENT ON TABLE webhook_deliveries IS 'One event on its way to one endpoint, with its attempts.';
COMMENT ON COLUMN webhook_deliveries.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN webhook_deliveries.webhook_endpoint_id IS 'The webhook endpoint it belongs to.';
COMMENT ON COLUMN webhook_deliveries.created_at IS 'When the row was made.';
COMMENT ON COLUMN webhook_deliveries.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX webhook_deliveries_created_at_idx IS 'Pages through every webhook delivery, newest first.';

CREATE TABLE usage_records (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  application_id uuid NOT NULL,
  day date NOT NULL,
  request_count bigint NOT NULL DEFAULT 0,
  rejected_count bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT usage_records_pkey PRIMARY KEY (id),
  CONSTRAINT usage_records_application_id_day_key UNIQUE (application_id, day),
  CONSTRAINT usage_records_rejected_count_check CHECK (rejected_count >= 0),
  CONSTRAINT usage_records_request_count_check CHECK (request_count >= 0),
  CONSTRAINT usage_records_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE
);
CREATE INDEX usage_records_application_id_created_at_idx ON usage_records (application_id, created_at DESC);
COMMENT ON TABLE usage_records IS 'How often one application called the API on one day.';
COMMENT ON COLUMN usage_records.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN usage_records.application_id IS 'The application it belongs to.';
COMMENT ON COLUMN usage_records.created_at IS 'When the row was made.';
COMMENT ON COLUMN usage_records.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX usage_records_application_id_created_at_idx IS 'Lists every usage record of one application, newest first.';

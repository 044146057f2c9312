-- Context: Identity and access (identity). The desired state; the migrations lead to it.
-- Made by groundplan from the Design: change that and not this file.

CREATE TABLE accounts (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email varchar(254) NOT NULL,
  password_hash varchar(255) NOT NULL,
  role text NOT NULL DEFAULT 'buyer',
  status text NOT NULL DEFAULT 'active',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_email_key UNIQUE (email),
  CONSTRAINT accounts_role_check CHECK (role IN ('buyer', 'seller', 'support_agent')),
  CONSTRAINT accounts_status_check CHECK (status IN ('active', 'suspended'))
);
COMMENT ON TABLE accounts IS 'Somebody who may sign in, with the proof of who they are.';
COMMENT ON COLUMN accounts.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN accounts.created_at IS 'When the row was made.';
COMMENT ON COLUMN accounts.updated_at IS 'When the row was last changed.';

CREATE TABLE sessions (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  refresh_token_hash varchar(255) NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_refresh_token_hash_key UNIQUE (refresh_token_hash),
  CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX sessions_account_id_idx ON sessions (account_id);
COMMENT ON TABLE sessions IS 'One signed-in client; ended by signing out, carries the refresh token.';
COMMENT ON COLUMN sessions.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN sessions.account_id IS 'The account it belongs to.';
COMMENT ON COLUMN sessions.created_at IS 'When the row was made.';
COMMENT ON COLUMN sessions.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX sessions_account_id_idx IS 'Finds every session of one account.';

CREATE TABLE password_resets (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  token_hash varchar(255) NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT password_resets_pkey PRIMARY KEY (id),
  CONSTRAINT password_resets_token_hash_key UNIQUE (token_hash),
  CONSTRAINT password_resets_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX password_resets_account_id_idx ON password_resets (account_id);
COMMENT ON TABLE password_resets IS 'One request to set a new password; valid once and for a short time.';
COMMENT ON COLUMN password_resets.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN password_resets.account_id IS 'The account it belongs to.';
COMMENT ON COLUMN password_resets.created_at IS 'When the row was made.';
COMMENT ON COLUMN password_resets.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX password_resets_account_id_idx IS 'Finds every password reset of one account.';

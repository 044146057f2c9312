-- Context: Identity and access (identity). The desired state; the migrations lead to it.
-- Made by groundplan from the Design: change that and not this file.

CREATE TABLE accounts (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email varchar(254) NOT NULL,
  password_hash varchar(255) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_email_key UNIQUE (email)
);
COMMENT ON TABLE accounts IS 'Somebody who may sign in, with the proof of who they are.';
COMMENT ON COLUMN accounts.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN accounts.created_at IS 'When the row was made.';
COMMENT ON COLUMN accounts.updated_at IS 'When the row was last changed.';

-- Context: Payments (payments). The desired state; the migrations lead to it.
-- Made by groundplan from the Design: change that and not this file.

CREATE TABLE payments (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  order_id uuid NOT NULL,
  payer_account_id uuid NOT NULL,
  amount numeric(12, 2) NOT NULL,
  provider_reference varchar(60) NOT NULL,
  status text NOT NULL DEFAULT 'pending',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT payments_pkey PRIMARY KEY (id),
  CONSTRAINT payments_provider_reference_key UNIQUE (provider_reference),
  CONSTRAINT payments_amount_check CHECK (amount >= 0),
  CONSTRAINT payments_status_check CHECK (status IN ('pending', 'succeeded', 'failed')),
  CONSTRAINT payments_amount_check_2 CHECK (amount > 0)
);
CREATE INDEX payments_created_at_idx ON payments (created_at);
CREATE INDEX payments_order_id_idx ON payments (order_id);
CREATE INDEX payments_payer_account_id_idx ON payments (payer_account_id);
COMMENT ON TABLE payments IS 'One charge at the payment provider; it counts once the provider confirms it.';
COMMENT ON COLUMN payments.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN payments.order_id IS 'Id of the order in Ordering: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN payments.payer_account_id IS 'Id of the account in Identity and access: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN payments.created_at IS 'When the row was made.';
COMMENT ON COLUMN payments.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX payments_created_at_idx IS 'Pages through every payment, newest first.';
COMMENT ON INDEX payments_order_id_idx IS 'Finds every payment of one order.';
COMMENT ON INDEX payments_payer_account_id_idx IS 'Finds every payment of one payer account.';

CREATE TABLE refunds (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  order_id uuid NOT NULL,
  payment_id uuid NOT NULL,
  amount numeric(12, 2) NOT NULL,
  reason text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT refunds_pkey PRIMARY KEY (id),
  CONSTRAINT refunds_amount_check CHECK (amount >= 0),
  CONSTRAINT refunds_reason_check CHECK (char_length(reason) <= 5000),
  CONSTRAINT refunds_amount_check_2 CHECK (amount > 0),
  CONSTRAINT refunds_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments (id) ON DELETE RESTRICT
);
CREATE INDEX refunds_created_at_idx ON refunds (created_at);
CREATE INDEX refunds_order_id_idx ON refunds (order_id);
CREATE INDEX refunds_payment_id_idx ON refunds (payment_id);
COMMENT ON TABLE refunds IS 'Money given back of one payment.';
COMMENT ON COLUMN refunds.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN refunds.order_id IS 'Id of the order in Ordering: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN refunds.payment_id IS 'The payment it belongs to.';
COMMENT ON COLUMN refunds.created_at IS 'When the row was made.';
COMMENT ON COLUMN refunds.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX refunds_created_at_idx IS 'Pages through every refund, newest first.';
COMMENT ON INDEX refunds_order_id_idx IS 'Finds every refund of one order.';
COMMENT ON INDEX refunds_payment_id_idx IS 'Finds every refund of one payment.';

CREATE TABLE payment_events (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  payment_id uuid,
  provider_event_id varchar(60) NOT NULL,
  event_type varchar(80) NOT NULL,
  payload jsonb NOT NULL,
  processed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT payment_events_pkey PRIMARY KEY (id),
  CONSTRAINT payment_events_provider_event_id_key UNIQUE (provider_event_id),
  CONSTRAINT payment_events_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments (id) ON DELETE SET NULL
);
CREATE INDEX payment_events_payment_id_idx ON payment_events (payment_id);
COMMENT ON TABLE payment_events IS 'What the provider reported, kept once for each id so that a repeat changes nothing.';
COMMENT ON COLUMN payment_events.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN payment_events.payment_id IS 'The payment it belongs to.';
COMMENT ON COLUMN payment_events.created_at IS 'When the row was made.';
COMMENT ON COLUMN payment_events.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX payment_events_payment_id_idx IS 'Finds every payment event of one payment.';

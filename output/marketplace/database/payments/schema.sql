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
  CONSTRAINT payments_amount_2_check CHECK (amount > 0)
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
  CONSTRAINT refunds_amount_2_check CHECK (amount > 0),
  CONSTRAINT refunds_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments (id) ON DELETE RESTRICT
);
CREATE INDEX refunds_order_id_created_at_idx ON refunds (order_id, created_at DESC);
CREATE INDEX refunds_payment_id_idx ON refunds (payment_id);
COMMENT ON TABLE refunds IS 'Money given back of one payment.';
COMMENT ON COLUMN refunds.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN refunds.order_id IS 'Id of the order in Ordering: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN refunds.payment_id IS 'The payment it belongs to.';
COMMENT ON COLUMN refunds.created_at IS 'When the row was made.';
COMMENT ON COLUMN refunds.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX refunds_order_id_created_at_idx IS 'Lists every refund of one order, newest first.';
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

CREATE TABLE inbox_messages (
  consumer varchar(200) NOT NULL,
  message_id uuid NOT NULL,
  handled_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT inbox_messages_pkey PRIMARY KEY (consumer, message_id)
);
CREATE INDEX inbox_messages_polled_idx ON inbox_messages (handled_at);
COMMENT ON TABLE inbox_messages IS 'Messages that a consumer has handled: a second delivery finds its id and is ignored.';
COMMENT ON INDEX inbox_messages_polled_idx IS 'The oldest, to be forgotten once no message can be delivered again.';

CREATE TABLE saga_states (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  saga varchar(200) NOT NULL,
  correlation_id varchar(200) NOT NULL,
  state text NOT NULL DEFAULT 'running',
  step integer NOT NULL DEFAULT 0,
  payload jsonb NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  CONSTRAINT saga_states_pkey PRIMARY KEY (id),
  CONSTRAINT saga_states_saga_correlation_id_key UNIQUE (saga, correlation_id),
  CONSTRAINT saga_states_state_check CHECK (state IN ('running', 'compensating', 'completed', 'compensated', 'failed'))
);
CREATE INDEX saga_states_polled_idx ON saga_states (updated_at) WHERE finished_at IS NULL;
COMMENT ON TABLE saga_states IS 'How far each saga is, so that it goes on or is undone after a crash.';
COMMENT ON INDEX saga_states_polled_idx IS 'Sagas that wait longest: to be taken up again or undone.';

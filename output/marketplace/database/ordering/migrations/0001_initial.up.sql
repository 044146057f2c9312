-- Context: Ordering (ordering). Migration 0001_initial.
-- Made by groundplan from the Design: change that and not this file.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '15min';

-- create table: ordering/entity/cart
CREATE TABLE carts (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  buyer_account_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT carts_pkey PRIMARY KEY (id),
  CONSTRAINT carts_buyer_account_id_key UNIQUE (buyer_account_id)
);
COMMENT ON TABLE carts IS 'What one buyer means to order.';
COMMENT ON COLUMN carts.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN carts.buyer_account_id IS 'Id of the account in Identity and access: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN carts.created_at IS 'When the row was made.';
COMMENT ON COLUMN carts.updated_at IS 'When the row was last changed.';

-- create table: ordering/entity/cart-line
CREATE TABLE cart_lines (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cart_id uuid NOT NULL,
  product_id uuid NOT NULL,
  quantity integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT cart_lines_pkey PRIMARY KEY (id),
  CONSTRAINT cart_lines_cart_id_product_id_key UNIQUE (cart_id, product_id),
  CONSTRAINT cart_lines_quantity_check CHECK (quantity >= 1),
  CONSTRAINT cart_lines_cart_id_fkey FOREIGN KEY (cart_id) REFERENCES carts (id) ON DELETE CASCADE
);
CREATE INDEX cart_lines_product_id_idx ON cart_lines (product_id);
COMMENT ON TABLE cart_lines IS 'One product in a cart and how many of it.';
COMMENT ON COLUMN cart_lines.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN cart_lines.cart_id IS 'The cart it belongs to.';
COMMENT ON COLUMN cart_lines.product_id IS 'Id of the product in Catalogue: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN cart_lines.created_at IS 'When the row was made.';
COMMENT ON COLUMN cart_lines.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX cart_lines_product_id_idx IS 'Lists every cart line of one product.';

-- create table: ordering/entity/order
CREATE TABLE orders (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  buyer_account_id uuid NOT NULL,
  order_number varchar(20) NOT NULL,
  total numeric(12, 2) NOT NULL,
  currency varchar(3) NOT NULL,
  shipping_address varchar(500) NOT NULL,
  status text NOT NULL DEFAULT 'pending',
  tracking_number varchar(60),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT orders_pkey PRIMARY KEY (id),
  CONSTRAINT orders_order_number_key UNIQUE (order_number),
  CONSTRAINT orders_currency_check CHECK (char_length(currency) >= 3),
  CONSTRAINT orders_status_check CHECK (status IN ('pending', 'paid', 'shipped', 'delivered', 'cancelled')),
  CONSTRAINT orders_total_check CHECK (total >= 0)
);
CREATE INDEX orders_buyer_account_id_created_at_idx ON orders (buyer_account_id, created_at DESC);
CREATE INDEX orders_buyer_account_id_status_created_at_idx ON orders (buyer_account_id, status, created_at DESC);
COMMENT ON TABLE orders IS 'A promise to pay for what was put together, and to ship it.';
COMMENT ON COLUMN orders.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN orders.buyer_account_id IS 'Id of the account in Identity and access: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN orders.created_at IS 'When the row was made.';
COMMENT ON COLUMN orders.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX orders_buyer_account_id_created_at_idx IS 'Lists every order of one buyer account, newest first.';
COMMENT ON INDEX orders_buyer_account_id_status_created_at_idx IS 'Lists every order of one buyer account and status, newest first.';

-- create table: ordering/entity/order-line
CREATE TABLE order_lines (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  order_id uuid NOT NULL,
  product_id uuid NOT NULL,
  quantity integer NOT NULL,
  unit_price numeric(12, 2) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT order_lines_pkey PRIMARY KEY (id),
  CONSTRAINT order_lines_order_id_product_id_key UNIQUE (order_id, product_id),
  CONSTRAINT order_lines_quantity_check CHECK (quantity >= 1),
  CONSTRAINT order_lines_unit_price_check CHECK (unit_price >= 0),
  CONSTRAINT order_lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
);
CREATE INDEX order_lines_product_id_idx ON order_lines (product_id);
COMMENT ON TABLE order_lines IS 'One product of an order with the quantity and the price that was agreed.';
COMMENT ON COLUMN order_lines.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN order_lines.order_id IS 'The order it belongs to.';
COMMENT ON COLUMN order_lines.product_id IS 'Id of the product in Catalogue: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN order_lines.created_at IS 'When the row was made.';
COMMENT ON COLUMN order_lines.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX order_lines_product_id_idx IS 'Finds every order line of one product.';

-- create table: ordering/entity/stock-reservation
CREATE TABLE stock_reservations (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  order_line_id uuid NOT NULL,
  quantity integer NOT NULL,
  released_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT stock_reservations_pkey PRIMARY KEY (id),
  CONSTRAINT stock_reservations_order_line_id_key UNIQUE (order_line_id),
  CONSTRAINT stock_reservations_quantity_check CHECK (quantity >= 1),
  CONSTRAINT stock_reservations_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES order_lines (id) ON DELETE CASCADE
);
COMMENT ON TABLE stock_reservations IS 'Pieces of a product that are held for an order until it is shipped or cancelled.';
COMMENT ON COLUMN stock_reservations.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN stock_reservations.order_line_id IS 'The order line it belongs to.';
COMMENT ON COLUMN stock_reservations.created_at IS 'When the row was made.';
COMMENT ON COLUMN stock_reservations.updated_at IS 'When the row was last changed.';

-- create table: system/consistency/outbox
CREATE TABLE outbox_messages (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  event varchar(200) NOT NULL,
  ordering_key varchar(200) NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  published_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  CONSTRAINT outbox_messages_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_messages_polled_idx ON outbox_messages (created_at, id) WHERE published_at IS NULL;
COMMENT ON TABLE outbox_messages IS 'Messages written in the transaction that causes them; a relay publishes them in order.';
COMMENT ON INDEX outbox_messages_polled_idx IS 'What the relay publishes next: the oldest that is not published.';

-- create table: system/consistency/inbox
CREATE TABLE inbox_messages (
  consumer varchar(200) NOT NULL,
  message_id uuid NOT NULL,
  handled_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT inbox_messages_pkey PRIMARY KEY (consumer, message_id)
);
CREATE INDEX inbox_messages_polled_idx ON inbox_messages (handled_at);
COMMENT ON TABLE inbox_messages IS 'Messages that a consumer has handled: a second delivery finds its id and is ignored.';
COMMENT ON INDEX inbox_messages_polled_idx IS 'The oldest, to be forgotten once no message can be delivered again.';

-- create table: system/consistency/saga-place-order
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

COMMIT;

-- Context: Catalogue (catalogue). The desired state; the migrations lead to it.
-- Made by groundplan from the Design: change that and not this file.

CREATE TABLE shops (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  owner_account_id uuid NOT NULL,
  name varchar(120) NOT NULL,
  slug varchar(120) NOT NULL,
  description text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT shops_pkey PRIMARY KEY (id),
  CONSTRAINT shops_slug_key UNIQUE (slug),
  CONSTRAINT shops_description_check CHECK (char_length(description) <= 5000)
);
CREATE INDEX shops_created_at_idx ON shops (created_at);
CREATE INDEX shops_owner_account_id_idx ON shops (owner_account_id);
COMMENT ON TABLE shops IS 'The place under which one seller offers products.';
COMMENT ON COLUMN shops.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN shops.owner_account_id IS 'Id of the account in Identity and access: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN shops.created_at IS 'When the row was made.';
COMMENT ON COLUMN shops.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX shops_created_at_idx IS 'Pages through every shop, newest first.';
COMMENT ON INDEX shops_owner_account_id_idx IS 'Finds every shop of one owner account.';

CREATE TABLE categories (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  parent_id uuid,
  name varchar(120) NOT NULL,
  slug varchar(120) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT categories_pkey PRIMARY KEY (id),
  CONSTRAINT categories_slug_key UNIQUE (slug),
  CONSTRAINT categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES categories (id) ON DELETE SET NULL
);
CREATE INDEX categories_created_at_idx ON categories (created_at);
CREATE INDEX categories_parent_id_idx ON categories (parent_id);
COMMENT ON TABLE categories IS 'A branch of the tree that products are sorted into.';
COMMENT ON COLUMN categories.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN categories.parent_id IS 'The category it belongs to.';
COMMENT ON COLUMN categories.created_at IS 'When the row was made.';
COMMENT ON COLUMN categories.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX categories_created_at_idx IS 'Pages through every category, newest first.';
COMMENT ON INDEX categories_parent_id_idx IS 'Finds every category of one parent.';

CREATE TABLE products (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  category_id uuid NOT NULL,
  shop_id uuid NOT NULL,
  title varchar(200) NOT NULL,
  description text NOT NULL,
  price numeric(12, 2) NOT NULL,
  currency varchar(3) NOT NULL,
  stock_quantity integer NOT NULL DEFAULT 0,
  status text NOT NULL DEFAULT 'draft',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT products_pkey PRIMARY KEY (id),
  CONSTRAINT products_currency_check CHECK (char_length(currency) >= 3),
  CONSTRAINT products_description_check CHECK (char_length(description) <= 5000),
  CONSTRAINT products_price_check CHECK (price >= 0),
  CONSTRAINT products_status_check CHECK (status IN ('draft', 'active', 'archived')),
  CONSTRAINT products_stock_quantity_check CHECK (stock_quantity >= 0),
  CONSTRAINT products_category_id_fkey FOREIGN KEY (category_id) REFERENCES categories (id) ON DELETE RESTRICT,
  CONSTRAINT products_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops (id) ON DELETE RESTRICT
);
CREATE INDEX products_category_id_created_at_idx ON products (category_id, created_at DESC);
CREATE INDEX products_created_at_idx ON products (created_at);
CREATE INDEX products_shop_id_idx ON products (shop_id);
CREATE INDEX products_title_idx ON products (title);
COMMENT ON TABLE products IS 'Something that is offered for sale.';
COMMENT ON COLUMN products.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN products.category_id IS 'The category it belongs to.';
COMMENT ON COLUMN products.shop_id IS 'The shop it belongs to.';
COMMENT ON COLUMN products.created_at IS 'When the row was made.';
COMMENT ON COLUMN products.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX products_category_id_created_at_idx IS 'Lists every product of one category, newest first.';
COMMENT ON INDEX products_created_at_idx IS 'Pages through every product, newest first.';
COMMENT ON INDEX products_shop_id_idx IS 'Finds every product of one shop.';
COMMENT ON INDEX products_title_idx IS 'Finds a product by the first words of its title.';

CREATE TABLE reviews (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  product_id uuid NOT NULL,
  author_account_id uuid NOT NULL,
  rating integer NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT reviews_pkey PRIMARY KEY (id),
  CONSTRAINT reviews_product_id_author_account_id_key UNIQUE (product_id, author_account_id),
  CONSTRAINT reviews_body_check CHECK (char_length(body) <= 5000),
  CONSTRAINT reviews_rating_check CHECK (rating >= 1 AND rating <= 5),
  CONSTRAINT reviews_product_id_fkey FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE
);
CREATE INDEX reviews_author_account_id_idx ON reviews (author_account_id);
CREATE INDEX reviews_product_id_created_at_idx ON reviews (product_id, created_at DESC);
COMMENT ON TABLE reviews IS 'What one buyer thinks of one product.';
COMMENT ON COLUMN reviews.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN reviews.product_id IS 'The product it belongs to.';
COMMENT ON COLUMN reviews.author_account_id IS 'Id of the account in Identity and access: a reference by id; no foreign key crosses a context.';
COMMENT ON COLUMN reviews.created_at IS 'When the row was made.';
COMMENT ON COLUMN reviews.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX reviews_author_account_id_idx IS 'Finds every review of one author account.';
COMMENT ON INDEX reviews_product_id_created_at_idx IS 'Lists every review of one product, newest first.';

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

CREATE TABLE inbox_messages (
  consumer varchar(200) NOT NULL,
  message_id uuid NOT NULL,
  handled_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT inbox_messages_pkey PRIMARY KEY (consumer, message_id)
);
CREATE INDEX inbox_messages_polled_idx ON inbox_messages (handled_at);
COMMENT ON TABLE inbox_messages IS 'Messages that a consumer has handled: a second delivery finds its id and is ignored.';
COMMENT ON INDEX inbox_messages_polled_idx IS 'The oldest, to be forgotten once no message can be delivered again.';

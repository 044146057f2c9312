-- Context: Shipments (shipments). The desired state; the migrations lead to it.
-- Made by groundplan from the Design: change that and not this file.

CREATE TABLE shipments (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  sender_address varchar(500) NOT NULL,
  recipient_address varchar(500) NOT NULL,
  service_level text NOT NULL DEFAULT 'standard',
  shipment_number varchar(60) NOT NULL,
  reference_of_the_shop varchar(200) NOT NULL,
  currency varchar(3) NOT NULL,
  status text NOT NULL DEFAULT 'created',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT shipments_pkey PRIMARY KEY (id),
  CONSTRAINT shipments_shipment_number_key UNIQUE (shipment_number),
  CONSTRAINT shipments_currency_check CHECK (char_length(currency) >= 3),
  CONSTRAINT shipments_service_level_check CHECK (service_level IN ('standard', 'express', 'same_day')),
  CONSTRAINT shipments_status_check CHECK (status IN ('created', 'picked_up', 'in_transit', 'out_for_delivery', 'delivered', 'cancelled'))
);
CREATE INDEX shipments_created_at_idx ON shipments (created_at);
CREATE INDEX shipments_status_created_at_idx ON shipments (status, created_at DESC);
COMMENT ON TABLE shipments IS 'A shipment as the requirements speak of it, kept with sender address, recipient address, service level, shipment number.';
COMMENT ON COLUMN shipments.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN shipments.created_at IS 'When the row was made.';
COMMENT ON COLUMN shipments.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX shipments_created_at_idx IS 'Pages through every shipment, newest first.';
COMMENT ON INDEX shipments_status_created_at_idx IS 'Lists every shipment of one status, newest first.';

CREATE TABLE pickup_points (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name varchar(120) NOT NULL,
  address varchar(500) NOT NULL,
  latitude numeric(9, 6) NOT NULL,
  longitude numeric(9, 6) NOT NULL,
  capacity integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pickup_points_pkey PRIMARY KEY (id),
  CONSTRAINT pickup_points_capacity_check CHECK (capacity >= 0),
  CONSTRAINT pickup_points_latitude_check CHECK (latitude >= -90 AND latitude <= 90),
  CONSTRAINT pickup_points_longitude_check CHECK (longitude >= -180 AND longitude <= 180)
);
CREATE INDEX pickup_points_created_at_idx ON pickup_points (created_at);
COMMENT ON TABLE pickup_points IS 'A pickup point as the requirements speak of it, kept with name, address, latitude, longitude.';
COMMENT ON COLUMN pickup_points.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN pickup_points.created_at IS 'When the row was made.';
COMMENT ON COLUMN pickup_points.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX pickup_points_created_at_idx IS 'Pages through every pickup point, newest first.';

CREATE TABLE parcels (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  shipment_id uuid NOT NULL,
  pickup_point_id uuid,
  weight numeric(10, 3) NOT NULL,
  length numeric(10, 3) NOT NULL,
  width numeric(10, 3) NOT NULL,
  height numeric(10, 3) NOT NULL,
  tracking_code varchar(60) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT parcels_pkey PRIMARY KEY (id),
  CONSTRAINT parcels_tracking_code_key UNIQUE (tracking_code),
  CONSTRAINT parcels_height_check CHECK (height >= 0),
  CONSTRAINT parcels_length_check CHECK (length >= 0),
  CONSTRAINT parcels_weight_check CHECK (weight >= 0),
  CONSTRAINT parcels_width_check CHECK (width >= 0),
  CONSTRAINT parcels_pickup_point_id_fkey FOREIGN KEY (pickup_point_id) REFERENCES pickup_points (id) ON DELETE SET NULL,
  CONSTRAINT parcels_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipments (id) ON DELETE RESTRICT
);
CREATE INDEX parcels_created_at_idx ON parcels (created_at);
CREATE INDEX parcels_pickup_point_id_idx ON parcels (pickup_point_id);
CREATE INDEX parcels_shipment_id_idx ON parcels (shipment_id);
COMMENT ON TABLE parcels IS 'A parcel as the requirements speak of it, kept with weight, length, width, height.';
COMMENT ON COLUMN parcels.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN parcels.shipment_id IS 'The shipment it belongs to.';
COMMENT ON COLUMN parcels.pickup_point_id IS 'The pickup point it belongs to.';
COMMENT ON COLUMN parcels.created_at IS 'When the row was made.';
COMMENT ON COLUMN parcels.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX parcels_created_at_idx IS 'Pages through every parcel, newest first.';
COMMENT ON INDEX parcels_pickup_point_id_idx IS 'Finds every parcel of one pickup point.';
COMMENT ON INDEX parcels_shipment_id_idx IS 'Finds every parcel of one shipment.';

CREATE TABLE tracking_events (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  parcel_id uuid NOT NULL,
  event_type varchar(40) NOT NULL,
  location varchar(200) NOT NULL,
  message text NOT NULL,
  occurred_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT tracking_events_pkey PRIMARY KEY (id),
  CONSTRAINT tracking_events_message_check CHECK (char_length(message) <= 5000),
  CONSTRAINT tracking_events_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES parcels (id) ON DELETE RESTRICT
);
CREATE INDEX tracking_events_created_at_idx ON tracking_events (created_at);
CREATE INDEX tracking_events_parcel_id_created_at_idx ON tracking_events (parcel_id, created_at DESC);
COMMENT ON TABLE tracking_events IS 'A tracking event as the requirements speak of it, kept with event type, location, message, occurred at.';
COMMENT ON COLUMN tracking_events.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN tracking_events.parcel_id IS 'The parcel it belongs to.';
COMMENT ON COLUMN tracking_events.created_at IS 'When the row was made.';
COMMENT ON COLUMN tracking_events.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX tracking_events_created_at_idx IS 'Pages through every tracking event, newest first.';
COMMENT ON INDEX tracking_events_parcel_id_created_at_idx IS 'Lists every tracking event of one parcel, newest first.';

CREATE TABLE labels (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  parcel_id uuid NOT NULL,
  format text NOT NULL DEFAULT 'pdf',
  object_key varchar(60) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT labels_pkey PRIMARY KEY (id),
  CONSTRAINT labels_format_check CHECK (format IN ('pdf', 'zpl', 'png')),
  CONSTRAINT labels_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES parcels (id) ON DELETE RESTRICT
);
CREATE INDEX labels_created_at_idx ON labels (created_at);
CREATE INDEX labels_parcel_id_idx ON labels (parcel_id);
COMMENT ON TABLE labels IS 'A label as the requirements speak of it, kept with format, object key.';
COMMENT ON COLUMN labels.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN labels.parcel_id IS 'The parcel it belongs to.';
COMMENT ON COLUMN labels.created_at IS 'When the row was made.';
COMMENT ON COLUMN labels.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX labels_created_at_idx IS 'Pages through every label, newest first.';
COMMENT ON INDEX labels_parcel_id_idx IS 'Finds every label of one parcel.';

CREATE TABLE quotes (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  shipment_id uuid NOT NULL,
  price numeric(12, 2) NOT NULL,
  currency varchar(3) NOT NULL,
  service_level text NOT NULL DEFAULT 'standard',
  valid_until timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT quotes_pkey PRIMARY KEY (id),
  CONSTRAINT quotes_currency_check CHECK (char_length(currency) >= 3),
  CONSTRAINT quotes_price_check CHECK (price >= 0),
  CONSTRAINT quotes_service_level_check CHECK (service_level IN ('standard', 'express', 'same_day')),
  CONSTRAINT quotes_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipments (id) ON DELETE RESTRICT
);
CREATE INDEX quotes_created_at_idx ON quotes (created_at);
CREATE INDEX quotes_shipment_id_idx ON quotes (shipment_id);
COMMENT ON TABLE quotes IS 'A quote as the requirements speak of it, kept with price, currency, service level, valid until.';
COMMENT ON COLUMN quotes.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN quotes.shipment_id IS 'The shipment it belongs to.';
COMMENT ON COLUMN quotes.created_at IS 'When the row was made.';
COMMENT ON COLUMN quotes.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX quotes_created_at_idx IS 'Pages through every quote, newest first.';
COMMENT ON INDEX quotes_shipment_id_idx IS 'Finds every quote of one shipment.';

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

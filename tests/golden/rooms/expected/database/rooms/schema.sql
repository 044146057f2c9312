-- Context: Rooms (rooms). The desired state; the migrations lead to it.
-- Made by groundplan from the Design: change that and not this file.

CREATE TABLE rooms (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name varchar(120) NOT NULL,
  floor integer NOT NULL,
  capacity integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT rooms_pkey PRIMARY KEY (id),
  CONSTRAINT rooms_capacity_check CHECK (capacity >= 0),
  CONSTRAINT rooms_floor_check CHECK (floor >= 0)
);
CREATE INDEX rooms_capacity_created_at_idx ON rooms (capacity, created_at DESC);
CREATE INDEX rooms_created_at_idx ON rooms (created_at);
COMMENT ON TABLE rooms IS 'A room as the requirements speak of it, kept with name, floor, capacity.';
COMMENT ON COLUMN rooms.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN rooms.created_at IS 'When the row was made.';
COMMENT ON COLUMN rooms.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX rooms_capacity_created_at_idx IS 'Lists every room of one capacity, newest first.';
COMMENT ON INDEX rooms_created_at_idx IS 'Pages through every room, newest first.';

CREATE TABLE bookings (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  room_id uuid NOT NULL,
  title varchar(200) NOT NULL,
  start_time timestamptz NOT NULL,
  end_time timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'requested',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT bookings_pkey PRIMARY KEY (id),
  CONSTRAINT bookings_status_check CHECK (status IN ('requested', 'confirmed', 'cancelled')),
  CONSTRAINT bookings_room_id_fkey FOREIGN KEY (room_id) REFERENCES rooms (id) ON DELETE RESTRICT
);
CREATE INDEX bookings_created_at_idx ON bookings (created_at);
CREATE INDEX bookings_room_id_idx ON bookings (room_id);
COMMENT ON TABLE bookings IS 'A span of time that somebody has taken.';
COMMENT ON COLUMN bookings.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN bookings.room_id IS 'The room it belongs to.';
COMMENT ON COLUMN bookings.created_at IS 'When the row was made.';
COMMENT ON COLUMN bookings.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX bookings_created_at_idx IS 'Pages through every booking, newest first.';
COMMENT ON INDEX bookings_room_id_idx IS 'Finds every booking of one room.';

CREATE TABLE equipment (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  room_id uuid NOT NULL,
  name varchar(120) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT equipment_pkey PRIMARY KEY (id),
  CONSTRAINT equipment_room_id_fkey FOREIGN KEY (room_id) REFERENCES rooms (id) ON DELETE RESTRICT
);
CREATE INDEX equipment_room_id_idx ON equipment (room_id);
COMMENT ON TABLE equipment IS 'An equipment as the requirements speak of it, kept with name.';
COMMENT ON COLUMN equipment.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN equipment.room_id IS 'The room it belongs to.';
COMMENT ON COLUMN equipment.created_at IS 'When the row was made.';
COMMENT ON COLUMN equipment.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX equipment_room_id_idx IS 'Finds every equipment of one room.';

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

-- Context: Rooms (rooms). The desired state; the migrations lead to it.
-- Made by groundplan from the Design: change that and not this file.

CREATE TABLE rooms (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name varchar(120) NOT NULL,
  floor integer NOT NULL,
  capacity integer NOT NULL,
  list_of_equipment varchar(200) NOT NULL,
  equipment varchar(200) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT rooms_pkey PRIMARY KEY (id),
  CONSTRAINT rooms_capacity_check CHECK (capacity >= 0),
  CONSTRAINT rooms_floor_check CHECK (floor >= 0)
);
CREATE INDEX rooms_capacity_created_at_idx ON rooms (capacity, created_at);
COMMENT ON TABLE rooms IS 'A room as the requirements speak of it, kept with name, floor, capacity, list of equipment.';
COMMENT ON COLUMN rooms.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN rooms.created_at IS 'When the row was made.';
COMMENT ON COLUMN rooms.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX rooms_capacity_created_at_idx IS 'Lists every room of one capacity, newest first.';

CREATE TABLE bookings (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title varchar(200) NOT NULL,
  start_time timestamptz NOT NULL,
  end_time timestamptz NOT NULL,
  confirmed varchar(200) NOT NULL,
  cancelled varchar(200) NOT NULL,
  status_requested varchar(200) NOT NULL,
  status text NOT NULL DEFAULT 'requested',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT bookings_pkey PRIMARY KEY (id),
  CONSTRAINT bookings_status_check CHECK (status IN ('requested', 'confirmed', 'cancelled'))
);
CREATE INDEX bookings_created_at_idx ON bookings (created_at);
COMMENT ON TABLE bookings IS 'A booking as the requirements speak of it, kept with title, start time, end time, confirmed.';
COMMENT ON COLUMN bookings.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN bookings.created_at IS 'When the row was made.';
COMMENT ON COLUMN bookings.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX bookings_created_at_idx IS 'Pages through every booking, newest first.';

CREATE TABLE meeting_rooms (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name varchar(120) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT meeting_rooms_pkey PRIMARY KEY (id)
);
CREATE INDEX meeting_rooms_created_at_idx ON meeting_rooms (created_at);
COMMENT ON TABLE meeting_rooms IS 'A meeting room as the requirements speak of it, kept with name.';
COMMENT ON COLUMN meeting_rooms.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN meeting_rooms.created_at IS 'When the row was made.';
COMMENT ON COLUMN meeting_rooms.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX meeting_rooms_created_at_idx IS 'Pages through every meeting room, newest first.';

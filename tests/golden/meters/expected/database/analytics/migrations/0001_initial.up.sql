-- Context: Analytics (analytics). Migration 0001_initial.
-- Made by groundplan from the Design: change that and not this file.
-- Written for SQLite 3.37 or later.
-- Foreign keys hold only on connections that run PRAGMA foreign_keys = ON.
-- Decimals are floating-point numbers of 15 digits; times are texts in UTC.
PRAGMA foreign_keys = OFF;
PRAGMA busy_timeout = 5000;
BEGIN IMMEDIATE;

-- create table: analytics/entity/meter
-- A meter as the requirements speak of it, kept with serial number, street address, status.
CREATE TABLE meters (
  -- Made by the system; never reused.
  id text NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))) CHECK (length(id) = 36),
  serial_number text NOT NULL,
  street_address text NOT NULL,
  status text NOT NULL DEFAULT 'mounted',
  -- When the row was made.
  created_at text NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) CHECK (created_at = strftime('%Y-%m-%dT%H:%M:%fZ', created_at)),
  -- When the row was last changed.
  updated_at text NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) CHECK (updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', updated_at)),
  CONSTRAINT meters_pkey PRIMARY KEY (id),
  CONSTRAINT meters_status_check CHECK (status IN ('mounted', 'removed')),
  CONSTRAINT meters_serial_number_length CHECK (length(serial_number) <= 60),
  CONSTRAINT meters_street_address_length CHECK (length(street_address) <= 500)
) STRICT;
-- Pages through every meter, newest first.
CREATE INDEX meters_created_at_idx ON meters (created_at);

-- create table: analytics/entity/reading
-- A reading as the requirements speak of it, kept with value in kilowatt hours, time.
CREATE TABLE readings (
  -- Made by the system; never reused.
  id text NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))) CHECK (length(id) = 36),
  -- The meter it belongs to.
  meter_id text NOT NULL CHECK (length(meter_id) = 36),
  value_in_kilowatt_hours real NOT NULL,
  time text NOT NULL CHECK (time = strftime('%Y-%m-%dT%H:%M:%fZ', time)),
  -- When the row was made.
  created_at text NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) CHECK (created_at = strftime('%Y-%m-%dT%H:%M:%fZ', created_at)),
  -- When the row was last changed.
  updated_at text NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) CHECK (updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', updated_at)),
  CONSTRAINT readings_pkey PRIMARY KEY (id, created_at),
  CONSTRAINT readings_value_in_kilowatt_hours_check CHECK (value_in_kilowatt_hours >= 0),
  CONSTRAINT readings_meter_id_fkey FOREIGN KEY (meter_id) REFERENCES meters (id) ON DELETE RESTRICT
) STRICT;
-- Pages through every reading, newest first.
CREATE INDEX readings_created_at_idx ON readings (created_at);
-- Finds every reading of one meter.
CREATE INDEX readings_meter_id_idx ON readings (meter_id);

PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;

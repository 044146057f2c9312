-- Context: Scooters (scooters). Migration 0001_initial.
-- Made by groundplan from the Design: change that and not this file.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '15min';

-- create table: scooters/entity/scooter
CREATE TABLE scooters (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  serial_number varchar(60) NOT NULL,
  model varchar(200) NOT NULL,
  battery_level integer NOT NULL,
  firmware_version varchar(200) NOT NULL,
  status text NOT NULL DEFAULT 'available',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT scooters_pkey PRIMARY KEY (id),
  CONSTRAINT scooters_serial_number_key UNIQUE (serial_number),
  CONSTRAINT scooters_battery_level_check CHECK (battery_level >= 0),
  CONSTRAINT scooters_status_check CHECK (status IN ('available', 'rented', 'charging', 'maintenance', 'retired'))
);
CREATE INDEX scooters_created_at_idx ON scooters (created_at);
COMMENT ON TABLE scooters IS 'A scooter as the requirements speak of it, kept with serial number, model, battery level, firmware version.';
COMMENT ON COLUMN scooters.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN scooters.created_at IS 'When the row was made.';
COMMENT ON COLUMN scooters.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX scooters_created_at_idx IS 'Pages through every scooter, newest first.';

-- create table: scooters/entity/alert
CREATE TABLE alerts (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  severity varchar(200) NOT NULL,
  message text NOT NULL,
  status text NOT NULL DEFAULT 'open',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT alerts_pkey PRIMARY KEY (id),
  CONSTRAINT alerts_message_check CHECK (char_length(message) <= 5000),
  CONSTRAINT alerts_status_check CHECK (status IN ('open', 'acknowledged', 'resolved'))
);
CREATE INDEX alerts_created_at_idx ON alerts (created_at);
COMMENT ON TABLE alerts IS 'An alert as the requirements speak of it, kept with severity, message, status.';
COMMENT ON COLUMN alerts.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN alerts.created_at IS 'When the row was made.';
COMMENT ON COLUMN alerts.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX alerts_created_at_idx IS 'Pages through every alert, newest first.';

-- create table: scooters/entity/zone
CREATE TABLE zones (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name varchar(120) NOT NULL,
  city varchar(100) NOT NULL,
  boundary varchar(200) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT zones_pkey PRIMARY KEY (id)
);
CREATE INDEX zones_created_at_idx ON zones (created_at);
COMMENT ON TABLE zones IS 'A zone as the requirements speak of it, kept with name, city, boundary.';
COMMENT ON COLUMN zones.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN zones.created_at IS 'When the row was made.';
COMMENT ON COLUMN zones.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX zones_created_at_idx IS 'Pages through every zone, newest first.';

-- create table: scooters/entity/metric-definition
CREATE TABLE metric_definitions (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name varchar(120) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT metric_definitions_pkey PRIMARY KEY (id)
);
CREATE INDEX metric_definitions_created_at_idx ON metric_definitions (created_at);
COMMENT ON TABLE metric_definitions IS 'A metric definition as the requirements speak of it, kept with name.';
COMMENT ON COLUMN metric_definitions.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN metric_definitions.created_at IS 'When the row was made.';
COMMENT ON COLUMN metric_definitions.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX metric_definitions_created_at_idx IS 'Pages through every metric definition, newest first.';

-- create table: scooters/entity/alert-rule
CREATE TABLE alert_rules (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  zone_id uuid NOT NULL,
  metric varchar(200) NOT NULL,
  threshold varchar(200) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT alert_rules_pkey PRIMARY KEY (id),
  CONSTRAINT alert_rules_zone_id_fkey FOREIGN KEY (zone_id) REFERENCES zones (id) ON DELETE RESTRICT
);
CREATE INDEX alert_rules_created_at_idx ON alert_rules (created_at);
CREATE INDEX alert_rules_zone_id_idx ON alert_rules (zone_id);
COMMENT ON TABLE alert_rules IS 'An alert rule as the requirements speak of it, kept with metric, threshold.';
COMMENT ON COLUMN alert_rules.id IS 'Made by the system; never reused.';
COMMENT ON COLUMN alert_rules.zone_id IS 'The zone it belongs to.';
COMMENT ON COLUMN alert_rules.created_at IS 'When the row was made.';
COMMENT ON COLUMN alert_rules.updated_at IS 'When the row was last changed.';
COMMENT ON INDEX alert_rules_created_at_idx IS 'Pages through every alert rule, newest first.';
COMMENT ON INDEX alert_rules_zone_id_idx IS 'Finds every alert rule of one zone.';

COMMIT;

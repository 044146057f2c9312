-- Analytical store: tables of ClickHouse 24.8 or later.
-- Rows are inserted and never updated: those with the same sorting key replace each other, at once
-- for who reads with FINAL. On more than one server, put Replicated before the name of each engine.
-- Made by groundplan from the Design: change that and not this file.

CREATE DATABASE IF NOT EXISTS analytics;

-- Grain: one calendar day.
CREATE TABLE IF NOT EXISTS analytics.dim_date (
  id Int32 COMMENT 'The day as YYYYMMDD.',
  calendar_date Date32,
  weekday String,
  month Int32,
  year Int32,
  is_holiday Bool DEFAULT false,
  loaded_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it was loaded; of two rows with the same key, the later one holds.'
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY (calendar_date)
COMMENT 'Date dimension of the star schema: one calendar day, filled ahead of time.';

-- Grain: one version of one scooter.
CREATE TABLE IF NOT EXISTS analytics.dim_scooter (
  id Int64 COMMENT 'Surrogate key of one row of dim scooter: a hash of its natural key, so that a repeated load gives the same.',
  serial_number String,
  model String,
  firmware_version String,
  valid_from DateTime64(3, 'UTC') COMMENT 'Since when the scooter is as this row says.',
  valid_until Nullable(DateTime64(3, 'UTC')) COMMENT 'When the next version began; none for the one that holds now.',
  loaded_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it was loaded; of two rows with the same key, the later one holds.'
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY (serial_number, valid_from)
COMMENT 'Dimension of the star schema: one version of one scooter. What facts are filtered and grouped by.';

-- What dim_scooter is now: one row for each natural key.
CREATE VIEW IF NOT EXISTS analytics.current_dim_scooter AS
SELECT id, serial_number, model, firmware_version
FROM analytics.dim_scooter FINAL
WHERE valid_until IS NULL;

-- Grain: one version of one zone.
CREATE TABLE IF NOT EXISTS analytics.dim_zone (
  id Int64 COMMENT 'Surrogate key of one row of dim zone: a hash of its natural key, so that a repeated load gives the same.',
  zone_name String,
  city String,
  country String,
  zone_kind String,
  valid_from DateTime64(3, 'UTC') COMMENT 'Since when the zone is as this row says.',
  valid_until Nullable(DateTime64(3, 'UTC')) COMMENT 'When the next version began; none for the one that holds now.',
  loaded_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it was loaded; of two rows with the same key, the later one holds.'
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY (zone_name, valid_from)
COMMENT 'Dimension of the star schema: one version of one zone. What facts are filtered and grouped by.';

-- What dim_zone is now: one row for each natural key.
CREATE VIEW IF NOT EXISTS analytics.current_dim_zone AS
SELECT id, zone_name, city, country, zone_kind
FROM analytics.dim_zone FINAL
WHERE valid_until IS NULL;

-- Grain: one tariff.
CREATE TABLE IF NOT EXISTS analytics.dim_tariff (
  id Int64 COMMENT 'Surrogate key of one row of dim tariff: a hash of its natural key, so that a repeated load gives the same.',
  tariff_name String,
  unlock_price Decimal(12, 2),
  minute_price Decimal(12, 2),
  currency String,
  loaded_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it was loaded; of two rows with the same key, the later one holds.'
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY (tariff_name)
COMMENT 'Dimension of the star schema: one tariff. What facts are filtered and grouped by.';

-- Grain: one finished ride.
CREATE TABLE IF NOT EXISTS analytics.fact_ride (
  id String COMMENT 'Id of what happened in its source (a degenerate dimension): loaded again, the row replaces itself.',
  dim_date_id Int32 COMMENT 'The dim date it belongs to.',
  dim_scooter_id Int64 COMMENT 'The dim scooter it belongs to.',
  dim_zone_id Int64 COMMENT 'The dim zone it belongs to.',
  dim_tariff_id Int64 COMMENT 'The dim tariff it belongs to.',
  occurred_at DateTime64(3, 'UTC') COMMENT 'When it happened; decides which version of a dimension holds.',
  duration_seconds Decimal(10, 3) COMMENT 'Measure, additive.',
  distance_metres Decimal(10, 3) COMMENT 'Measure, additive.',
  fare Decimal(12, 2) COMMENT 'Measure, additive.',
  refunded_amount Decimal(12, 2) COMMENT 'Measure, additive.',
  loaded_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it was loaded; of two rows with the same key, the later one holds.'
)
ENGINE = ReplacingMergeTree(loaded_at)
PARTITION BY toYYYYMM(occurred_at)
ORDER BY (dim_date_id, id)
COMMENT 'Fact table of the star schema: one finished ride, with its measures and a key of each dimension.';

-- Grain: one charging of one battery.
CREATE TABLE IF NOT EXISTS analytics.fact_charge (
  id String COMMENT 'Id of what happened in its source (a degenerate dimension): loaded again, the row replaces itself.',
  dim_date_id Int32 COMMENT 'The dim date it belongs to.',
  dim_scooter_id Int64 COMMENT 'The dim scooter it belongs to.',
  dim_zone_id Int64 COMMENT 'The dim zone it belongs to.',
  occurred_at DateTime64(3, 'UTC') COMMENT 'When it happened; decides which version of a dimension holds.',
  energy_watt_hours Decimal(10, 3) COMMENT 'Measure, additive.',
  duration_seconds Decimal(10, 3) COMMENT 'Measure, additive.',
  loaded_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it was loaded; of two rows with the same key, the later one holds.'
)
ENGINE = ReplacingMergeTree(loaded_at)
PARTITION BY toYYYYMM(occurred_at)
ORDER BY (dim_date_id, id)
COMMENT 'Fact table of the star schema: one charging of one battery, with its measures and a key of each dimension.';

-- Grain: one zone in one hour.
CREATE TABLE IF NOT EXISTS analytics.fact_availability (
  id Int64 COMMENT 'A hash of the period and the dimensions: loaded again, the row replaces itself.',
  dim_date_id Int32 COMMENT 'The dim date it belongs to.',
  dim_zone_id Int64 COMMENT 'The dim zone it belongs to.',
  period_starts_at DateTime64(3, 'UTC') COMMENT 'The hour that the row is about.',
  available_minutes Int32 COMMENT 'Measure, additive. In minutes.',
  missing_minutes Int32 COMMENT 'Measure, additive. In minutes.',
  loaded_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it was loaded; of two rows with the same key, the later one holds.'
)
ENGINE = ReplacingMergeTree(loaded_at)
PARTITION BY toYYYYMM(period_starts_at)
ORDER BY (dim_date_id, id)
COMMENT 'Fact table of the star schema: one zone in one hour, with its measures and a key of each dimension.';

-- Grain: one event as it was reported.
CREATE TABLE IF NOT EXISTS analytics.raw_event (
  id UUID DEFAULT generateUUIDv4() COMMENT 'Made by the system; never reused.',
  event_key String,
  event_type String,
  source String,
  schema_version Int32,
  occurred_at DateTime64(3, 'UTC') COMMENT 'When it happened, by the clock of the source; late data has an old one.',
  received_at DateTime64(3, 'UTC') COMMENT 'When it arrived; the difference to occurred at is how late it was.',
  payload String CODEC(ZSTD(3))
)
ENGINE = ReplacingMergeTree(received_at)
PARTITION BY toYYYYMMDD(occurred_at)
ORDER BY (toStartOfHour(occurred_at), event_key)
TTL toDateTime(occurred_at) + INTERVAL 30 DAY DELETE
COMMENT 'Something that happened, as it was reported; never changed afterwards.';

-- Grain: one metric of one dimension in one window.
CREATE TABLE IF NOT EXISTS analytics.metric_window (
  id UUID DEFAULT generateUUIDv4() COMMENT 'Made by the system; never reused.',
  metric String,
  dimension String,
  window_starts_at DateTime64(3, 'UTC'),
  window_seconds Int32,
  metric_value Decimal(18, 4),
  is_final Bool DEFAULT false COMMENT 'No more late events are waited for.',
  created_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When the row was made.',
  updated_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When the row was last changed.'
)
ENGINE = ReplacingMergeTree(updated_at)
PARTITION BY toYYYYMM(window_starts_at)
ORDER BY (metric, dimension, window_starts_at)
COMMENT 'One aggregate over one window of time; written again when late events arrive.';

-- Staging of dim_scooter: a message that is written twice is one row.
CREATE TABLE IF NOT EXISTS analytics.stage_dim_scooter (
  serial_number String COMMENT 'Serial number',
  model String COMMENT 'Model',
  firmware_version String COMMENT 'Firmware version',
  changed_at DateTime64(3, 'UTC') COMMENT 'When it became so, by the clock of the source.',
  source_position UInt64 COMMENT 'Offset in the topic or position in the log: orders changes of the same instant.',
  staged_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When the job wrote it; loads read a span of this.'
)
ENGINE = ReplacingMergeTree
ORDER BY (serial_number, changed_at, source_position)
TTL toDateTime(staged_at) + INTERVAL 7 DAY DELETE
COMMENT 'What a source tells of dim scooter, before its keys are looked up.';

-- Staging of dim_zone: a message that is written twice is one row.
CREATE TABLE IF NOT EXISTS analytics.stage_dim_zone (
  zone_name String COMMENT 'Zone name',
  city String COMMENT 'City',
  country String COMMENT 'Country',
  zone_kind String COMMENT 'Zone kind',
  changed_at DateTime64(3, 'UTC') COMMENT 'When it became so, by the clock of the source.',
  source_position UInt64 COMMENT 'Offset in the topic or position in the log: orders changes of the same instant.',
  staged_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When the job wrote it; loads read a span of this.'
)
ENGINE = ReplacingMergeTree
ORDER BY (zone_name, changed_at, source_position)
TTL toDateTime(staged_at) + INTERVAL 7 DAY DELETE
COMMENT 'What a source tells of dim zone, before its keys are looked up.';

-- Staging of dim_tariff: a message that is written twice is one row.
CREATE TABLE IF NOT EXISTS analytics.stage_dim_tariff (
  tariff_name String COMMENT 'Tariff name',
  unlock_price Decimal(12, 2) COMMENT 'Unlock price',
  minute_price Decimal(12, 2) COMMENT 'Minute price',
  currency String COMMENT 'Currency',
  changed_at DateTime64(3, 'UTC') COMMENT 'When it became so, by the clock of the source.',
  source_position UInt64 COMMENT 'Offset in the topic or position in the log: orders changes of the same instant.',
  staged_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When the job wrote it; loads read a span of this.'
)
ENGINE = ReplacingMergeTree
ORDER BY (tariff_name, changed_at, source_position)
TTL toDateTime(staged_at) + INTERVAL 7 DAY DELETE
COMMENT 'What a source tells of dim tariff, before its keys are looked up.';

-- Staging of fact_ride: a message that is written twice is one row.
CREATE TABLE IF NOT EXISTS analytics.stage_fact_ride (
  id String COMMENT 'Id of what happened in its source (a degenerate dimension): loaded again, the row replaces itself.',
  occurred_at DateTime64(3, 'UTC') COMMENT 'When it happened; decides which version of a dimension holds.',
  duration_seconds Decimal(10, 3) COMMENT 'Duration seconds',
  distance_metres Decimal(10, 3) COMMENT 'Distance metres',
  fare Decimal(12, 2) COMMENT 'Fare',
  refunded_amount Decimal(12, 2) COMMENT 'Refunded amount',
  dim_scooter_serial_number String COMMENT 'Serial number of dim scooter, as the source tells it.',
  dim_zone_zone_name String COMMENT 'Zone name of dim zone, as the source tells it.',
  dim_tariff_tariff_name String COMMENT 'Tariff name of dim tariff, as the source tells it.',
  source_position UInt64 COMMENT 'Offset in the topic or position in the log: orders changes of the same instant.',
  staged_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When the job wrote it; loads read a span of this.'
)
ENGINE = ReplacingMergeTree
ORDER BY (id, occurred_at, source_position)
TTL toDateTime(staged_at) + INTERVAL 7 DAY DELETE
COMMENT 'What a source tells of fact ride, before its keys are looked up.';

-- Staging of fact_charge: a message that is written twice is one row.
CREATE TABLE IF NOT EXISTS analytics.stage_fact_charge (
  id String COMMENT 'Id of what happened in its source (a degenerate dimension): loaded again, the row replaces itself.',
  occurred_at DateTime64(3, 'UTC') COMMENT 'When it happened; decides which version of a dimension holds.',
  energy_watt_hours Decimal(10, 3) COMMENT 'Energy watt hours',
  duration_seconds Decimal(10, 3) COMMENT 'Duration seconds',
  dim_scooter_serial_number String COMMENT 'Serial number of dim scooter, as the source tells it.',
  dim_zone_zone_name String COMMENT 'Zone name of dim zone, as the source tells it.',
  source_position UInt64 COMMENT 'Offset in the topic or position in the log: orders changes of the same instant.',
  staged_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When the job wrote it; loads read a span of this.'
)
ENGINE = ReplacingMergeTree
ORDER BY (id, occurred_at, source_position)
TTL toDateTime(staged_at) + INTERVAL 7 DAY DELETE
COMMENT 'What a source tells of fact charge, before its keys are looked up.';

-- Staging of fact_availability: a message that is written twice is one row.
CREATE TABLE IF NOT EXISTS analytics.stage_fact_availability (
  period_starts_at DateTime64(3, 'UTC') COMMENT 'The hour that the row is about.',
  available_minutes Int32 COMMENT 'In minutes.',
  missing_minutes Int32 COMMENT 'In minutes.',
  dim_zone_zone_name String COMMENT 'Zone name of dim zone, as the source tells it.',
  source_position UInt64 COMMENT 'Offset in the topic or position in the log: orders changes of the same instant.',
  staged_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When the job wrote it; loads read a span of this.'
)
ENGINE = ReplacingMergeTree
ORDER BY (dim_zone_zone_name, period_starts_at, source_position)
TTL toDateTime(staged_at) + INTERVAL 7 DAY DELETE
COMMENT 'What a source tells of fact availability, before its keys are looked up.';

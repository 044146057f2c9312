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
  loaded_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it was loaded; of two rows with the same key, the later one holds.'
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY (calendar_date)
COMMENT 'Date dimension of the star schema: one calendar day, filled ahead of time.';

-- Grain: one meter.
CREATE TABLE IF NOT EXISTS analytics.dim_meter (
  id Int64 COMMENT 'Surrogate key of one row of dim meter: a hash of its natural key, so that a repeated load gives the same.',
  meter_code String,
  meter_name String,
  loaded_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it was loaded; of two rows with the same key, the later one holds.'
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY (meter_code)
COMMENT 'Dimension of the star schema: one meter. What facts are filtered and grouped by.';

-- Grain: one street.
CREATE TABLE IF NOT EXISTS analytics.dim_street (
  id Int64 COMMENT 'Surrogate key of one row of dim street: a hash of its natural key, so that a repeated load gives the same.',
  street_code String,
  street_name String,
  loaded_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it was loaded; of two rows with the same key, the later one holds.'
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY (street_code)
COMMENT 'Dimension of the star schema: one street. What facts are filtered and grouped by.';

-- Grain: one consumption.
CREATE TABLE IF NOT EXISTS analytics.fact_consumption (
  id String COMMENT 'Id of what happened in its source (a degenerate dimension): loaded again, the row replaces itself.',
  dim_date_id Int32 COMMENT 'The dim date it belongs to.',
  dim_meter_id Int64 COMMENT 'The dim meter it belongs to.',
  dim_street_id Int64 COMMENT 'The dim street it belongs to.',
  occurred_at DateTime64(3, 'UTC') COMMENT 'When it happened; decides which version of a dimension holds.',
  kilowatt_hours Decimal(10, 3) COMMENT 'Measure, additive.',
  reading_count Int32 COMMENT 'Measure, additive.',
  dimensions_dim_date Date32,
  loaded_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it was loaded; of two rows with the same key, the later one holds.'
)
ENGINE = ReplacingMergeTree(loaded_at)
PARTITION BY toYYYYMM(occurred_at)
ORDER BY (dim_date_id, id)
COMMENT 'Fact table of the star schema: one consumption, with its measures and a key of each dimension.';

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
PARTITION BY toYYYYMM(occurred_at)
ORDER BY (toStartOfHour(occurred_at), event_key)
COMMENT 'Something that happened, as it was reported; never changed afterwards.';

-- Staging of dim_meter: a message that is written twice is one row.
CREATE TABLE IF NOT EXISTS analytics.stage_dim_meter (
  meter_code String COMMENT 'Meter code',
  meter_name String COMMENT 'Meter name',
  changed_at DateTime64(3, 'UTC') COMMENT 'When it became so, by the clock of the source.',
  source_position UInt64 COMMENT 'Offset in the topic or position in the log: orders changes of the same instant.',
  staged_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When the job wrote it; loads read a span of this.'
)
ENGINE = ReplacingMergeTree
ORDER BY (meter_code, changed_at, source_position)
TTL toDateTime(staged_at) + INTERVAL 7 DAY DELETE
COMMENT 'What a source tells of dim meter, before its keys are looked up.';

-- Staging of dim_street: a message that is written twice is one row.
CREATE TABLE IF NOT EXISTS analytics.stage_dim_street (
  street_code String COMMENT 'Street code',
  street_name String COMMENT 'Street name',
  changed_at DateTime64(3, 'UTC') COMMENT 'When it became so, by the clock of the source.',
  source_position UInt64 COMMENT 'Offset in the topic or position in the log: orders changes of the same instant.',
  staged_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When the job wrote it; loads read a span of this.'
)
ENGINE = ReplacingMergeTree
ORDER BY (street_code, changed_at, source_position)
TTL toDateTime(staged_at) + INTERVAL 7 DAY DELETE
COMMENT 'What a source tells of dim street, before its keys are looked up.';

-- Staging of fact_consumption: a message that is written twice is one row.
CREATE TABLE IF NOT EXISTS analytics.stage_fact_consumption (
  id String COMMENT 'Id of what happened in its source (a degenerate dimension): loaded again, the row replaces itself.',
  occurred_at DateTime64(3, 'UTC') COMMENT 'When it happened; decides which version of a dimension holds.',
  kilowatt_hours Decimal(10, 3) COMMENT 'Kilowatt hours',
  reading_count Int32 COMMENT 'Reading count',
  dimensions_dim_date Date32 COMMENT 'Dimensions dim date',
  dim_meter_meter_code String COMMENT 'Meter code of dim meter, as the source tells it.',
  dim_street_street_code String COMMENT 'Street code of dim street, as the source tells it.',
  source_position UInt64 COMMENT 'Offset in the topic or position in the log: orders changes of the same instant.',
  staged_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When the job wrote it; loads read a span of this.'
)
ENGINE = ReplacingMergeTree
ORDER BY (id, occurred_at, source_position)
TTL toDateTime(staged_at) + INTERVAL 7 DAY DELETE
COMMENT 'What a source tells of fact consumption, before its keys are looked up.';

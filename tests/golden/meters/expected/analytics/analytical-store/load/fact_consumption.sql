-- Analytical store: load of analytics.fact_consumption.
-- Parameters from and until: the span of what was staged, or of the days and events that are written.
-- It can run again over any span: rows with the same key replace each other.
-- Made by groundplan from the Design: change that and not this file.

-- Loads fact_consumption: one consumption.
-- A key of 0 says that the dimension does not know it yet: load the span again when it does.
INSERT INTO analytics.fact_consumption (id, dim_date_id, dim_meter_id, dim_street_id, occurred_at, kilowatt_hours, reading_count, dimensions_dim_date)
SELECT
  staged.id AS id,
  toYYYYMMDD(staged.occurred_at) AS dim_date_id,
  d1.id AS dim_meter_id,
  d2.id AS dim_street_id,
  staged.occurred_at AS occurred_at,
  staged.kilowatt_hours AS kilowatt_hours,
  staged.reading_count AS reading_count,
  staged.dimensions_dim_date AS dimensions_dim_date
FROM (
  SELECT *
  FROM analytics.stage_fact_consumption FINAL
  WHERE id IN (
    SELECT id FROM analytics.stage_fact_consumption
    WHERE staged_at >= {from:DateTime64(3, 'UTC')} AND staged_at < {until:DateTime64(3, 'UTC')}
  )
  ORDER BY id, source_position DESC
  LIMIT 1 BY id
) AS staged
ANY LEFT JOIN (
  SELECT id, meter_code FROM analytics.dim_meter FINAL
) AS d1
  ON staged.dim_meter_meter_code = d1.meter_code
ANY LEFT JOIN (
  SELECT id, street_code FROM analytics.dim_street FINAL
) AS d2
  ON staged.dim_street_street_code = d2.street_code
SETTINGS join_use_nulls = 0;

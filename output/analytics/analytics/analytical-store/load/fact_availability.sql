-- Analytical store: load of analytics.fact_availability.
-- Parameters from and until: the span of what was staged, or of the days and events that are written.
-- It can run again over any span: rows with the same key replace each other.
-- Made by groundplan from the Design: change that and not this file.

-- Loads fact_availability: one zone in one hour.
-- A key of 0 says that the dimension does not know it yet: load the span again when it does.
INSERT INTO analytics.fact_availability (id, dim_date_id, dim_zone_id, period_starts_at, available_minutes, missing_minutes)
SELECT
  reinterpretAsInt64(sipHash64(toYYYYMMDD(staged.period_starts_at), staged.dim_zone_zone_name, staged.period_starts_at)) AS id,
  toYYYYMMDD(staged.period_starts_at) AS dim_date_id,
  d1.id AS dim_zone_id,
  staged.period_starts_at AS period_starts_at,
  staged.available_minutes AS available_minutes,
  staged.missing_minutes AS missing_minutes
FROM (
  SELECT *
  FROM analytics.stage_fact_availability FINAL
  WHERE (period_starts_at, dim_zone_zone_name) IN (
    SELECT period_starts_at, dim_zone_zone_name FROM analytics.stage_fact_availability
    WHERE staged_at >= {from:DateTime64(3, 'UTC')} AND staged_at < {until:DateTime64(3, 'UTC')}
  )
  ORDER BY period_starts_at, dim_zone_zone_name, source_position DESC
  LIMIT 1 BY period_starts_at, dim_zone_zone_name
) AS staged
ASOF LEFT JOIN (
  SELECT id, zone_name, valid_from FROM analytics.dim_zone FINAL
) AS d1
  ON staged.dim_zone_zone_name = d1.zone_name AND staged.period_starts_at >= d1.valid_from
SETTINGS join_use_nulls = 0;

-- Analytical store: load of analytics.dim_meter.
-- Parameters from and until: the span of what was staged, or of the days and events that are written.
-- It can run again over any span: rows with the same key replace each other.
-- Made by groundplan from the Design: change that and not this file.

-- Loads dim_meter: the latest state of one meter (slowly changing dimension, type 1).
INSERT INTO analytics.dim_meter (id, meter_code, meter_name)
SELECT
  reinterpretAsInt64(sipHash64(meter_code)) AS id,
  meter_code,
  meter_name
FROM (
  SELECT staged.meter_code AS meter_code, staged.meter_name AS meter_name, staged.changed_at AS changed_at, staged.source_position AS source_position
  FROM (
    SELECT *
    FROM analytics.stage_dim_meter FINAL
    WHERE meter_code IN (
      SELECT meter_code FROM analytics.stage_dim_meter
      WHERE staged_at >= {from:DateTime64(3, 'UTC')} AND staged_at < {until:DateTime64(3, 'UTC')}
    )
  ) AS staged
)
ORDER BY meter_code, changed_at DESC, source_position DESC
LIMIT 1 BY meter_code
SETTINGS join_use_nulls = 0;

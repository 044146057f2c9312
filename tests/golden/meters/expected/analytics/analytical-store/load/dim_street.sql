-- Analytical store: load of analytics.dim_street.
-- Parameters from and until: the span of what was staged, or of the days and events that are written.
-- It can run again over any span: rows with the same key replace each other.
-- Made by groundplan from the Design: change that and not this file.

-- Loads dim_street: the latest state of one street (slowly changing dimension, type 1).
INSERT INTO analytics.dim_street (id, street_code, street_name)
SELECT
  reinterpretAsInt64(sipHash64(street_code)) AS id,
  street_code,
  street_name
FROM (
  SELECT staged.street_code AS street_code, staged.street_name AS street_name, staged.changed_at AS changed_at, staged.source_position AS source_position
  FROM (
    SELECT *
    FROM analytics.stage_dim_street FINAL
    WHERE street_code IN (
      SELECT street_code FROM analytics.stage_dim_street
      WHERE staged_at >= {from:DateTime64(3, 'UTC')} AND staged_at < {until:DateTime64(3, 'UTC')}
    )
  ) AS staged
)
ORDER BY street_code, changed_at DESC, source_position DESC
LIMIT 1 BY street_code
SETTINGS join_use_nulls = 0;

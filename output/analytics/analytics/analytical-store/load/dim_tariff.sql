-- Analytical store: load of analytics.dim_tariff.
-- Parameters from and until: the span of what was staged, or of the days and events that are written.
-- It can run again over any span: rows with the same key replace each other.
-- Made by groundplan from the Design: change that and not this file.

-- Loads dim_tariff: the latest state of one tariff (slowly changing dimension, type 1).
INSERT INTO analytics.dim_tariff (id, tariff_name, unlock_price, minute_price, currency)
SELECT
  reinterpretAsInt64(sipHash64(tariff_name)) AS id,
  tariff_name,
  unlock_price,
  minute_price,
  currency
FROM (
  SELECT staged.tariff_name AS tariff_name, staged.unlock_price AS unlock_price, staged.minute_price AS minute_price, staged.currency AS currency, staged.changed_at AS changed_at, staged.source_position AS source_position
  FROM (
    SELECT *
    FROM analytics.stage_dim_tariff FINAL
    WHERE tariff_name IN (
      SELECT tariff_name FROM analytics.stage_dim_tariff
      WHERE staged_at >= {from:DateTime64(3, 'UTC')} AND staged_at < {until:DateTime64(3, 'UTC')}
    )
  ) AS staged
)
ORDER BY tariff_name, changed_at DESC, source_position DESC
LIMIT 1 BY tariff_name
SETTINGS join_use_nulls = 0;

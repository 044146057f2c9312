-- Analytical store: load of analytics.fact_ride.
-- Parameters from and until: the span of what was staged, or of the days and events that are written.
-- It can run again over any span: rows with the same key replace each other.
-- Made by groundplan from the Design: change that and not this file.

-- Loads fact_ride: one finished ride.
-- A key of 0 says that the dimension does not know it yet: load the span again when it does.
INSERT INTO analytics.fact_ride (id, dim_date_id, dim_scooter_id, dim_zone_id, dim_tariff_id, occurred_at, duration_seconds, distance_metres, fare, refunded_amount)
SELECT
  staged.id AS id,
  toYYYYMMDD(staged.occurred_at) AS dim_date_id,
  d1.id AS dim_scooter_id,
  d2.id AS dim_zone_id,
  d3.id AS dim_tariff_id,
  staged.occurred_at AS occurred_at,
  staged.duration_seconds AS duration_seconds,
  staged.distance_metres AS distance_metres,
  staged.fare AS fare,
  staged.refunded_amount AS refunded_amount
FROM (
  SELECT *
  FROM analytics.stage_fact_ride FINAL
  WHERE id IN (
    SELECT id FROM analytics.stage_fact_ride
    WHERE staged_at >= {from:DateTime64(3, 'UTC')} AND staged_at < {until:DateTime64(3, 'UTC')}
  )
  ORDER BY id, source_position DESC
  LIMIT 1 BY id
) AS staged
ASOF LEFT JOIN (
  SELECT id, serial_number, valid_from FROM analytics.dim_scooter FINAL
) AS d1
  ON staged.dim_scooter_serial_number = d1.serial_number AND staged.occurred_at >= d1.valid_from
ASOF LEFT JOIN (
  SELECT id, zone_name, valid_from FROM analytics.dim_zone FINAL
) AS d2
  ON staged.dim_zone_zone_name = d2.zone_name AND staged.occurred_at >= d2.valid_from
ANY LEFT JOIN (
  SELECT id, tariff_name FROM analytics.dim_tariff FINAL
) AS d3
  ON staged.dim_tariff_tariff_name = d3.tariff_name
SETTINGS join_use_nulls = 0;

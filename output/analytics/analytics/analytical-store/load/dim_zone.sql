-- Analytical store: load of analytics.dim_zone.
-- Parameters from and until: the span of what was staged, or of the days and events that are written.
-- It can run again over any span: rows with the same key replace each other.
-- Made by groundplan from the Design: change that and not this file.

-- Loads dim_zone: one version of one zone (slowly changing dimension, type 2).
-- A change that says nothing new makes no version; one that arrives late is put between those that stand.
INSERT INTO analytics.dim_zone (id, zone_name, city, country, zone_kind, valid_from, valid_until)
WITH
  staged AS (
    SELECT staged.zone_name AS zone_name, staged.city AS city, staged.country AS country, staged.zone_kind AS zone_kind, staged.changed_at AS changed_at, staged.source_position AS source_position
    FROM (
      SELECT *
      FROM analytics.stage_dim_zone FINAL
      WHERE zone_name IN (
        SELECT zone_name FROM analytics.stage_dim_zone
        WHERE staged_at >= {from:DateTime64(3, 'UTC')} AND staged_at < {until:DateTime64(3, 'UTC')}
      )
    ) AS staged
  ),
  known AS (
    SELECT zone_name, city, country, zone_kind, changed_at AS version_from, source_position AS position, 0 AS stands
    FROM staged
    UNION ALL
    SELECT zone_name, city, country, zone_kind, valid_from AS version_from, 0 AS position, 1 AS stands
    FROM analytics.dim_zone FINAL
    WHERE zone_name IN (SELECT zone_name FROM staged)
  ),
  instants AS (
    SELECT *, max(stands) OVER (PARTITION BY zone_name, version_from) AS kept
    FROM known
    ORDER BY zone_name, version_from, stands, position DESC
    LIMIT 1 BY zone_name, version_from
  ),
  compared AS (
    SELECT *, toString((city, country, zone_kind)) AS state, lagInFrame(toString((city, country, zone_kind))) OVER (PARTITION BY zone_name ORDER BY version_from ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS state_before,
      row_number() OVER (PARTITION BY zone_name ORDER BY version_from ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS place
    FROM instants
  )
SELECT
  reinterpretAsInt64(sipHash64(zone_name, version_from)) AS id,
  zone_name, city, country, zone_kind,
  version_from AS valid_from,
  leadInFrame(toNullable(version_from)) OVER (PARTITION BY zone_name ORDER BY version_from ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS valid_until
FROM compared
WHERE kept = 1 OR place = 1 OR state != state_before
SETTINGS join_use_nulls = 0;

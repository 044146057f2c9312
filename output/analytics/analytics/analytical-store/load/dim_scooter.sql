-- Analytical store: load of analytics.dim_scooter.
-- Parameters from and until: the span of what was staged, or of the days and events that are written.
-- It can run again over any span: rows with the same key replace each other.
-- Made by groundplan from the Design: change that and not this file.

-- Loads dim_scooter: one version of one scooter (slowly changing dimension, type 2).
-- A change that says nothing new makes no version; one that arrives late is put between those that stand.
INSERT INTO analytics.dim_scooter (id, serial_number, model, firmware_version, valid_from, valid_until)
WITH
  staged AS (
    SELECT staged.serial_number AS serial_number, staged.model AS model, staged.firmware_version AS firmware_version, staged.changed_at AS changed_at, staged.source_position AS source_position
    FROM (
      SELECT *
      FROM analytics.stage_dim_scooter FINAL
      WHERE serial_number IN (
        SELECT serial_number FROM analytics.stage_dim_scooter
        WHERE staged_at >= {from:DateTime64(3, 'UTC')} AND staged_at < {until:DateTime64(3, 'UTC')}
      )
    ) AS staged
  ),
  known AS (
    SELECT serial_number, model, firmware_version, changed_at AS version_from, source_position AS position, 0 AS stands
    FROM staged
    UNION ALL
    SELECT serial_number, model, firmware_version, valid_from AS version_from, 0 AS position, 1 AS stands
    FROM analytics.dim_scooter FINAL
    WHERE serial_number IN (SELECT serial_number FROM staged)
  ),
  instants AS (
    SELECT *, max(stands) OVER (PARTITION BY serial_number, version_from) AS kept
    FROM known
    ORDER BY serial_number, version_from, stands, position DESC
    LIMIT 1 BY serial_number, version_from
  ),
  compared AS (
    SELECT *, toString((model, firmware_version)) AS state, lagInFrame(toString((model, firmware_version))) OVER (PARTITION BY serial_number ORDER BY version_from ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS state_before,
      row_number() OVER (PARTITION BY serial_number ORDER BY version_from ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS place
    FROM instants
  )
SELECT
  reinterpretAsInt64(sipHash64(serial_number, version_from)) AS id,
  serial_number, model, firmware_version,
  version_from AS valid_from,
  leadInFrame(toNullable(version_from)) OVER (PARTITION BY serial_number ORDER BY version_from ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS valid_until
FROM compared
WHERE kept = 1 OR place = 1 OR state != state_before
SETTINGS join_use_nulls = 0;

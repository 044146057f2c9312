-- Context: Analytics (analytics). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: readings.id.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/reading/field/id
-- finds: rows without a value of id
SELECT 'readings.id.missing' AS check_id, 'readings.id' AS object, CAST(t.id AS text) || ',' || CAST(t.created_at AS text) AS row_key, NULL AS detail
FROM readings AS t
WHERE t.id IS NULL LIMIT 100;

-- check: readings.meter_id.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/reading/field/meter-id
-- finds: rows without a value of meter_id
SELECT 'readings.meter_id.missing' AS check_id, 'readings.meter_id' AS object, CAST(t.id AS text) || ',' || CAST(t.created_at AS text) AS row_key, NULL AS detail
FROM readings AS t
WHERE t.meter_id IS NULL LIMIT 100;

-- check: readings.value_in_kilowatt_hours.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/reading/field/value-in-kilowatt-hours
-- finds: rows without a value of value_in_kilowatt_hours
SELECT 'readings.value_in_kilowatt_hours.missing' AS check_id, 'readings.value_in_kilowatt_hours' AS object, CAST(t.id AS text) || ',' || CAST(t.created_at AS text) AS row_key, NULL AS detail
FROM readings AS t
WHERE t.value_in_kilowatt_hours IS NULL LIMIT 100;

-- check: readings.time.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/reading/field/time
-- finds: rows without a value of time
SELECT 'readings.time.missing' AS check_id, 'readings.time' AS object, CAST(t.id AS text) || ',' || CAST(t.created_at AS text) AS row_key, NULL AS detail
FROM readings AS t
WHERE t.time IS NULL LIMIT 100;

-- check: readings.created_at.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/reading/field/created-at
-- finds: rows without a value of created_at
SELECT 'readings.created_at.missing' AS check_id, 'readings.created_at' AS object, CAST(t.id AS text) || ',' || CAST(t.created_at AS text) AS row_key, NULL AS detail
FROM readings AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: readings.updated_at.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/reading/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'readings.updated_at.missing' AS check_id, 'readings.updated_at' AS object, CAST(t.id AS text) || ',' || CAST(t.created_at AS text) AS row_key, NULL AS detail
FROM readings AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: readings.id_created_at.duplicate   severity: error   phase: always   limit: 100
-- on: analytics/entity/reading
-- finds: values of id, created_at that stand twice
SELECT 'readings.id_created_at.duplicate' AS check_id, 'readings.id+created_at' AS object, MIN(CAST(t.id AS text) || ',' || CAST(t.created_at AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM readings AS t
WHERE t.id IS NOT NULL AND t.created_at IS NOT NULL
GROUP BY t.id, t.created_at HAVING COUNT(*) > 1 LIMIT 100;

-- check: readings.meter_id.orphan   severity: error   phase: always   limit: 100
-- on: analytics/entity/reading/relation/meter
-- finds: rows whose meter_id is in no row of meters
SELECT 'readings.meter_id.orphan' AS check_id, 'readings.meter_id' AS object, CAST(t.id AS text) || ',' || CAST(t.created_at AS text) AS row_key, CAST(t.meter_id AS text) AS detail
FROM readings AS t
LEFT JOIN meters AS p ON p.id = t.meter_id
WHERE t.meter_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: readings.value_in_kilowatt_hours.forbidden   severity: error   phase: always   limit: 100
-- on: analytics/entity/reading/field/value-in-kilowatt-hours
-- finds: values of value_in_kilowatt_hours that readings_value_in_kilowatt_hours_check forbids
SELECT 'readings.value_in_kilowatt_hours.forbidden' AS check_id, 'readings.value_in_kilowatt_hours' AS object, CAST(t.id AS text) || ',' || CAST(t.created_at AS text) AS row_key, CAST(t.value_in_kilowatt_hours AS text) AS detail
FROM readings AS t
WHERE NOT (t.value_in_kilowatt_hours >= 0) LIMIT 100;

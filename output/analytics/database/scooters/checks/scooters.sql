-- Context: Scooters (scooters). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: scooters.id.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/scooter/field/id
-- finds: rows without a value of id
SELECT 'scooters.id.missing' AS check_id, 'scooters.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM scooters AS t
WHERE t.id IS NULL LIMIT 100;

-- check: scooters.serial_number.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/scooter/field/serial-number
-- finds: rows without a value of serial_number
SELECT 'scooters.serial_number.missing' AS check_id, 'scooters.serial_number' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM scooters AS t
WHERE t.serial_number IS NULL LIMIT 100;

-- check: scooters.model.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/scooter/field/model
-- finds: rows without a value of model
SELECT 'scooters.model.missing' AS check_id, 'scooters.model' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM scooters AS t
WHERE t.model IS NULL LIMIT 100;

-- check: scooters.battery_level.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/scooter/field/battery-level
-- finds: rows without a value of battery_level
SELECT 'scooters.battery_level.missing' AS check_id, 'scooters.battery_level' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM scooters AS t
WHERE t.battery_level IS NULL LIMIT 100;

-- check: scooters.firmware_version.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/scooter/field/firmware-version
-- finds: rows without a value of firmware_version
SELECT 'scooters.firmware_version.missing' AS check_id, 'scooters.firmware_version' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM scooters AS t
WHERE t.firmware_version IS NULL LIMIT 100;

-- check: scooters.status.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/scooter/field/status
-- finds: rows without a value of status
SELECT 'scooters.status.missing' AS check_id, 'scooters.status' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM scooters AS t
WHERE t.status IS NULL LIMIT 100;

-- check: scooters.created_at.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/scooter/field/created-at
-- finds: rows without a value of created_at
SELECT 'scooters.created_at.missing' AS check_id, 'scooters.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM scooters AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: scooters.updated_at.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/scooter/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'scooters.updated_at.missing' AS check_id, 'scooters.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM scooters AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: scooters.id.duplicate   severity: error   phase: always   limit: 100
-- on: scooters/entity/scooter
-- finds: values of id that stand twice
SELECT 'scooters.id.duplicate' AS check_id, 'scooters.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM scooters AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: scooters.serial_number.duplicate   severity: error   phase: always   limit: 100
-- on: scooters/entity/scooter/key/unique-serial-number
-- finds: values of serial_number that stand twice
SELECT 'scooters.serial_number.duplicate' AS check_id, 'scooters.serial_number' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM scooters AS t
WHERE t.serial_number IS NOT NULL
GROUP BY t.serial_number HAVING COUNT(*) > 1 LIMIT 100;

-- check: scooters.battery_level.forbidden   severity: error   phase: always   limit: 100
-- on: scooters/entity/scooter/field/battery-level
-- finds: values of battery_level that scooters_battery_level_check forbids
SELECT 'scooters.battery_level.forbidden' AS check_id, 'scooters.battery_level' AS object, CAST(t.id AS text) AS row_key, CAST(t.battery_level AS text) AS detail
FROM scooters AS t
WHERE NOT (t.battery_level >= 0) LIMIT 100;

-- check: scooters.status.forbidden   severity: error   phase: always   limit: 100
-- on: scooters/entity/scooter/field/status
-- finds: values of status that scooters_status_check forbids
SELECT 'scooters.status.forbidden' AS check_id, 'scooters.status' AS object, CAST(t.id AS text) AS row_key, CAST(t.status AS text) AS detail
FROM scooters AS t
WHERE NOT (t.status IN ('available', 'rented', 'charging', 'maintenance', 'retired')) LIMIT 100;

-- Context: Analytics (analytics). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: meters.id.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/meter/field/id
-- finds: rows without a value of id
SELECT 'meters.id.missing' AS check_id, 'meters.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM meters AS t
WHERE t.id IS NULL LIMIT 100;

-- check: meters.serial_number.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/meter/field/serial-number
-- finds: rows without a value of serial_number
SELECT 'meters.serial_number.missing' AS check_id, 'meters.serial_number' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM meters AS t
WHERE t.serial_number IS NULL LIMIT 100;

-- check: meters.street_address.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/meter/field/street-address
-- finds: rows without a value of street_address
SELECT 'meters.street_address.missing' AS check_id, 'meters.street_address' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM meters AS t
WHERE t.street_address IS NULL LIMIT 100;

-- check: meters.status.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/meter/field/status
-- finds: rows without a value of status
SELECT 'meters.status.missing' AS check_id, 'meters.status' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM meters AS t
WHERE t.status IS NULL LIMIT 100;

-- check: meters.created_at.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/meter/field/created-at
-- finds: rows without a value of created_at
SELECT 'meters.created_at.missing' AS check_id, 'meters.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM meters AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: meters.updated_at.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/meter/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'meters.updated_at.missing' AS check_id, 'meters.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM meters AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: meters.id.duplicate   severity: error   phase: always   limit: 100
-- on: analytics/entity/meter
-- finds: values of id that stand twice
SELECT 'meters.id.duplicate' AS check_id, 'meters.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM meters AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: meters.status.forbidden   severity: error   phase: always   limit: 100
-- on: analytics/entity/meter/field/status
-- finds: values of status that meters_status_check forbids
SELECT 'meters.status.forbidden' AS check_id, 'meters.status' AS object, CAST(t.id AS text) AS row_key, CAST(t.status AS text) AS detail
FROM meters AS t
WHERE NOT (t.status IN ('mounted', 'removed')) LIMIT 100;

-- check: meters.serial_number.forbidden   severity: error   phase: always   limit: 100
-- on: analytics/entity/meter/field/serial-number
-- finds: values of serial_number that meters_serial_number_length forbids
SELECT 'meters.serial_number.forbidden' AS check_id, 'meters.serial_number' AS object, CAST(t.id AS text) AS row_key, CAST(length(t.serial_number) AS text) AS detail
FROM meters AS t
WHERE NOT (length(t.serial_number) <= 60) LIMIT 100;

-- check: meters.street_address.forbidden   severity: error   phase: always   limit: 100
-- on: analytics/entity/meter/field/street-address
-- finds: values of street_address that meters_street_address_length forbids
SELECT 'meters.street_address.forbidden' AS check_id, 'meters.street_address' AS object, CAST(t.id AS text) AS row_key, CAST(length(t.street_address) AS text) AS detail
FROM meters AS t
WHERE NOT (length(t.street_address) <= 500) LIMIT 100;

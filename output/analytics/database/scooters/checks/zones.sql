-- Context: Scooters (scooters). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: zones.id.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/zone/field/id
-- finds: rows without a value of id
SELECT 'zones.id.missing' AS check_id, 'zones.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM zones AS t
WHERE t.id IS NULL LIMIT 100;

-- check: zones.name.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/zone/field/name
-- finds: rows without a value of name
SELECT 'zones.name.missing' AS check_id, 'zones.name' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM zones AS t
WHERE t.name IS NULL LIMIT 100;

-- check: zones.city.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/zone/field/city
-- finds: rows without a value of city
SELECT 'zones.city.missing' AS check_id, 'zones.city' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM zones AS t
WHERE t.city IS NULL LIMIT 100;

-- check: zones.boundary.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/zone/field/boundary
-- finds: rows without a value of boundary
SELECT 'zones.boundary.missing' AS check_id, 'zones.boundary' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM zones AS t
WHERE t.boundary IS NULL LIMIT 100;

-- check: zones.created_at.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/zone/field/created-at
-- finds: rows without a value of created_at
SELECT 'zones.created_at.missing' AS check_id, 'zones.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM zones AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: zones.updated_at.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/zone/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'zones.updated_at.missing' AS check_id, 'zones.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM zones AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: zones.id.duplicate   severity: error   phase: always   limit: 100
-- on: scooters/entity/zone
-- finds: values of id that stand twice
SELECT 'zones.id.duplicate' AS check_id, 'zones.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM zones AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

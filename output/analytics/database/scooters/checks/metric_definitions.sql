-- Context: Scooters (scooters). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: metric_definitions.id.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/metric-definition/field/id
-- finds: rows without a value of id
SELECT 'metric_definitions.id.missing' AS check_id, 'metric_definitions.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM metric_definitions AS t
WHERE t.id IS NULL LIMIT 100;

-- check: metric_definitions.name.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/metric-definition/field/name
-- finds: rows without a value of name
SELECT 'metric_definitions.name.missing' AS check_id, 'metric_definitions.name' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM metric_definitions AS t
WHERE t.name IS NULL LIMIT 100;

-- check: metric_definitions.created_at.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/metric-definition/field/created-at
-- finds: rows without a value of created_at
SELECT 'metric_definitions.created_at.missing' AS check_id, 'metric_definitions.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM metric_definitions AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: metric_definitions.updated_at.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/metric-definition/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'metric_definitions.updated_at.missing' AS check_id, 'metric_definitions.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM metric_definitions AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: metric_definitions.id.duplicate   severity: error   phase: always   limit: 100
-- on: scooters/entity/metric-definition
-- finds: values of id that stand twice
SELECT 'metric_definitions.id.duplicate' AS check_id, 'metric_definitions.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM metric_definitions AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

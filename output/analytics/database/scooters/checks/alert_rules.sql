-- Context: Scooters (scooters). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: alert_rules.id.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert-rule/field/id
-- finds: rows without a value of id
SELECT 'alert_rules.id.missing' AS check_id, 'alert_rules.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM alert_rules AS t
WHERE t.id IS NULL LIMIT 100;

-- check: alert_rules.zone_id.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert-rule/field/zone-id
-- finds: rows without a value of zone_id
SELECT 'alert_rules.zone_id.missing' AS check_id, 'alert_rules.zone_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM alert_rules AS t
WHERE t.zone_id IS NULL LIMIT 100;

-- check: alert_rules.metric.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert-rule/field/metric
-- finds: rows without a value of metric
SELECT 'alert_rules.metric.missing' AS check_id, 'alert_rules.metric' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM alert_rules AS t
WHERE t.metric IS NULL LIMIT 100;

-- check: alert_rules.threshold.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert-rule/field/threshold
-- finds: rows without a value of threshold
SELECT 'alert_rules.threshold.missing' AS check_id, 'alert_rules.threshold' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM alert_rules AS t
WHERE t.threshold IS NULL LIMIT 100;

-- check: alert_rules.created_at.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert-rule/field/created-at
-- finds: rows without a value of created_at
SELECT 'alert_rules.created_at.missing' AS check_id, 'alert_rules.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM alert_rules AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: alert_rules.updated_at.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert-rule/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'alert_rules.updated_at.missing' AS check_id, 'alert_rules.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM alert_rules AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: alert_rules.id.duplicate   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert-rule
-- finds: values of id that stand twice
SELECT 'alert_rules.id.duplicate' AS check_id, 'alert_rules.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM alert_rules AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: alert_rules.zone_id.orphan   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert-rule/relation/zone
-- finds: rows whose zone_id is in no row of zones
SELECT 'alert_rules.zone_id.orphan' AS check_id, 'alert_rules.zone_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.zone_id AS text) AS detail
FROM alert_rules AS t
LEFT JOIN zones AS p ON p.id = t.zone_id
WHERE t.zone_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- Context: Scooters (scooters). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: alerts.id.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert/field/id
-- finds: rows without a value of id
SELECT 'alerts.id.missing' AS check_id, 'alerts.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM alerts AS t
WHERE t.id IS NULL LIMIT 100;

-- check: alerts.severity.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert/field/severity
-- finds: rows without a value of severity
SELECT 'alerts.severity.missing' AS check_id, 'alerts.severity' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM alerts AS t
WHERE t.severity IS NULL LIMIT 100;

-- check: alerts.message.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert/field/message
-- finds: rows without a value of message
SELECT 'alerts.message.missing' AS check_id, 'alerts.message' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM alerts AS t
WHERE t.message IS NULL LIMIT 100;

-- check: alerts.status.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert/field/status
-- finds: rows without a value of status
SELECT 'alerts.status.missing' AS check_id, 'alerts.status' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM alerts AS t
WHERE t.status IS NULL LIMIT 100;

-- check: alerts.created_at.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert/field/created-at
-- finds: rows without a value of created_at
SELECT 'alerts.created_at.missing' AS check_id, 'alerts.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM alerts AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: alerts.updated_at.missing   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'alerts.updated_at.missing' AS check_id, 'alerts.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM alerts AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: alerts.id.duplicate   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert
-- finds: values of id that stand twice
SELECT 'alerts.id.duplicate' AS check_id, 'alerts.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM alerts AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: alerts.message.forbidden   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert/field/message
-- finds: values of message that alerts_message_check forbids
SELECT 'alerts.message.forbidden' AS check_id, 'alerts.message' AS object, CAST(t.id AS text) AS row_key, CAST(char_length(t.message) AS text) AS detail
FROM alerts AS t
WHERE NOT (char_length(t.message) <= 5000) LIMIT 100;

-- check: alerts.status.forbidden   severity: error   phase: always   limit: 100
-- on: scooters/entity/alert/field/status
-- finds: values of status that alerts_status_check forbids
SELECT 'alerts.status.forbidden' AS check_id, 'alerts.status' AS object, CAST(t.id AS text) AS row_key, CAST(t.status AS text) AS detail
FROM alerts AS t
WHERE NOT (t.status IN ('open', 'acknowledged', 'resolved')) LIMIT 100;

-- Context: Analytics (analytics). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: reports.id.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/report/field/id
-- finds: rows without a value of id
SELECT 'reports.id.missing' AS check_id, 'reports.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reports AS t
WHERE t.id IS NULL LIMIT 100;

-- check: reports.requester_account_id.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/report/field/requester-account-id
-- finds: rows without a value of requester_account_id
SELECT 'reports.requester_account_id.missing' AS check_id, 'reports.requester_account_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reports AS t
WHERE t.requester_account_id IS NULL LIMIT 100;

-- check: reports.report_type.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/report/field/report-type
-- finds: rows without a value of report_type
SELECT 'reports.report_type.missing' AS check_id, 'reports.report_type' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reports AS t
WHERE t.report_type IS NULL LIMIT 100;

-- check: reports.from_date.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/report/field/from-date
-- finds: rows without a value of from_date
SELECT 'reports.from_date.missing' AS check_id, 'reports.from_date' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reports AS t
WHERE t.from_date IS NULL LIMIT 100;

-- check: reports.to_date.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/report/field/to-date
-- finds: rows without a value of to_date
SELECT 'reports.to_date.missing' AS check_id, 'reports.to_date' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reports AS t
WHERE t.to_date IS NULL LIMIT 100;

-- check: reports.status.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/report/field/status
-- finds: rows without a value of status
SELECT 'reports.status.missing' AS check_id, 'reports.status' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reports AS t
WHERE t.status IS NULL LIMIT 100;

-- check: reports.created_at.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/report/field/created-at
-- finds: rows without a value of created_at
SELECT 'reports.created_at.missing' AS check_id, 'reports.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reports AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: reports.updated_at.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/report/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'reports.updated_at.missing' AS check_id, 'reports.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reports AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: reports.id.duplicate   severity: error   phase: always   limit: 100
-- on: analytics/entity/report
-- finds: values of id that stand twice
SELECT 'reports.id.duplicate' AS check_id, 'reports.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM reports AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: reports.status.forbidden   severity: error   phase: always   limit: 100
-- on: analytics/entity/report/field/status
-- finds: values of status that reports_status_check forbids
SELECT 'reports.status.forbidden' AS check_id, 'reports.status' AS object, CAST(t.id AS text) AS row_key, CAST(t.status AS text) AS detail
FROM reports AS t
WHERE NOT (t.status IN ('requested', 'running', 'ready', 'failed')) LIMIT 100;

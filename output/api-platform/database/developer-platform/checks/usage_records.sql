-- Context: Developer platform (developer-platform). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: usage_records.id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/usage-record/field/id
-- finds: rows without a value of id
SELECT 'usage_records.id.missing' AS check_id, 'usage_records.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM usage_records AS t
WHERE t.id IS NULL LIMIT 100;

-- check: usage_records.application_id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/usage-record/field/application-id
-- finds: rows without a value of application_id
SELECT 'usage_records.application_id.missing' AS check_id, 'usage_records.application_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM usage_records AS t
WHERE t.application_id IS NULL LIMIT 100;

-- check: usage_records.day.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/usage-record/field/day
-- finds: rows without a value of day
SELECT 'usage_records.day.missing' AS check_id, 'usage_records.day' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM usage_records AS t
WHERE t.day IS NULL LIMIT 100;

-- check: usage_records.request_count.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/usage-record/field/request-count
-- finds: rows without a value of request_count
SELECT 'usage_records.request_count.missing' AS check_id, 'usage_records.request_count' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM usage_records AS t
WHERE t.request_count IS NULL LIMIT 100;

-- check: usage_records.rejected_count.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/usage-record/field/rejected-count
-- finds: rows without a value of rejected_count
SELECT 'usage_records.rejected_count.missing' AS check_id, 'usage_records.rejected_count' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM usage_records AS t
WHERE t.rejected_count IS NULL LIMIT 100;

-- check: usage_records.created_at.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/usage-record/field/created-at
-- finds: rows without a value of created_at
SELECT 'usage_records.created_at.missing' AS check_id, 'usage_records.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM usage_records AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: usage_records.updated_at.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/usage-record/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'usage_records.updated_at.missing' AS check_id, 'usage_records.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM usage_records AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: usage_records.id.duplicate   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/usage-record
-- finds: values of id that stand twice
SELECT 'usage_records.id.duplicate' AS check_id, 'usage_records.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM usage_records AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: usage_records.application_id_day.duplicate   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/usage-record/key/unique-application-id-day
-- finds: values of application_id, day that stand twice
SELECT 'usage_records.application_id_day.duplicate' AS check_id, 'usage_records.application_id+day' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM usage_records AS t
WHERE t.application_id IS NOT NULL AND t.day IS NOT NULL
GROUP BY t.application_id, t.day HAVING COUNT(*) > 1 LIMIT 100;

-- check: usage_records.application_id.orphan   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/usage-record/relation/application
-- finds: rows whose application_id is in no row of applications
SELECT 'usage_records.application_id.orphan' AS check_id, 'usage_records.application_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.application_id AS text) AS detail
FROM usage_records AS t
LEFT JOIN applications AS p ON p.id = t.application_id
WHERE t.application_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: usage_records.rejected_count.forbidden   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/usage-record/field/rejected-count
-- finds: values of rejected_count that usage_records_rejected_count_check forbids
SELECT 'usage_records.rejected_count.forbidden' AS check_id, 'usage_records.rejected_count' AS object, CAST(t.id AS text) AS row_key, CAST(t.rejected_count AS text) AS detail
FROM usage_records AS t
WHERE NOT (t.rejected_count >= 0) LIMIT 100;

-- check: usage_records.request_count.forbidden   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/usage-record/field/request-count
-- finds: values of request_count that usage_records_request_count_check forbids
SELECT 'usage_records.request_count.forbidden' AS check_id, 'usage_records.request_count' AS object, CAST(t.id AS text) AS row_key, CAST(t.request_count AS text) AS detail
FROM usage_records AS t
WHERE NOT (t.request_count >= 0) LIMIT 100;

-- Context: Analytics (analytics). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: dashboards.id.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/dashboard/field/id
-- finds: rows without a value of id
SELECT 'dashboards.id.missing' AS check_id, 'dashboards.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM dashboards AS t
WHERE t.id IS NULL LIMIT 100;

-- check: dashboards.owner_account_id.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/dashboard/field/owner-account-id
-- finds: rows without a value of owner_account_id
SELECT 'dashboards.owner_account_id.missing' AS check_id, 'dashboards.owner_account_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM dashboards AS t
WHERE t.owner_account_id IS NULL LIMIT 100;

-- check: dashboards.title.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/dashboard/field/title
-- finds: rows without a value of title
SELECT 'dashboards.title.missing' AS check_id, 'dashboards.title' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM dashboards AS t
WHERE t.title IS NULL LIMIT 100;

-- check: dashboards.layout.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/dashboard/field/layout
-- finds: rows without a value of layout
SELECT 'dashboards.layout.missing' AS check_id, 'dashboards.layout' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM dashboards AS t
WHERE t.layout IS NULL LIMIT 100;

-- check: dashboards.created_at.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/dashboard/field/created-at
-- finds: rows without a value of created_at
SELECT 'dashboards.created_at.missing' AS check_id, 'dashboards.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM dashboards AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: dashboards.updated_at.missing   severity: error   phase: always   limit: 100
-- on: analytics/entity/dashboard/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'dashboards.updated_at.missing' AS check_id, 'dashboards.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM dashboards AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: dashboards.id.duplicate   severity: error   phase: always   limit: 100
-- on: analytics/entity/dashboard
-- finds: values of id that stand twice
SELECT 'dashboards.id.duplicate' AS check_id, 'dashboards.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM dashboards AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

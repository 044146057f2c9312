-- Context: Developer platform (developer-platform). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: applications.id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/application/field/id
-- finds: rows without a value of id
SELECT 'applications.id.missing' AS check_id, 'applications.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM applications AS t
WHERE t.id IS NULL LIMIT 100;

-- check: applications.owner_account_id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/application/field/owner-account-id
-- finds: rows without a value of owner_account_id
SELECT 'applications.owner_account_id.missing' AS check_id, 'applications.owner_account_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM applications AS t
WHERE t.owner_account_id IS NULL LIMIT 100;

-- check: applications.name.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/application/field/name
-- finds: rows without a value of name
SELECT 'applications.name.missing' AS check_id, 'applications.name' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM applications AS t
WHERE t.name IS NULL LIMIT 100;

-- check: applications.client_id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/application/field/client-id
-- finds: rows without a value of client_id
SELECT 'applications.client_id.missing' AS check_id, 'applications.client_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM applications AS t
WHERE t.client_id IS NULL LIMIT 100;

-- check: applications.status.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/application/field/status
-- finds: rows without a value of status
SELECT 'applications.status.missing' AS check_id, 'applications.status' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM applications AS t
WHERE t.status IS NULL LIMIT 100;

-- check: applications.created_at.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/application/field/created-at
-- finds: rows without a value of created_at
SELECT 'applications.created_at.missing' AS check_id, 'applications.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM applications AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: applications.updated_at.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/application/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'applications.updated_at.missing' AS check_id, 'applications.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM applications AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: applications.id.duplicate   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/application
-- finds: values of id that stand twice
SELECT 'applications.id.duplicate' AS check_id, 'applications.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM applications AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: applications.client_id.duplicate   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/application/key/unique-client-id
-- finds: values of client_id that stand twice
SELECT 'applications.client_id.duplicate' AS check_id, 'applications.client_id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM applications AS t
WHERE t.client_id IS NOT NULL
GROUP BY t.client_id HAVING COUNT(*) > 1 LIMIT 100;

-- check: applications.status.forbidden   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/application/field/status
-- finds: values of status that applications_status_check forbids
SELECT 'applications.status.forbidden' AS check_id, 'applications.status' AS object, CAST(t.id AS text) AS row_key, CAST(t.status AS text) AS detail
FROM applications AS t
WHERE NOT (t.status IN ('sandbox', 'submitted', 'approved', 'suspended')) LIMIT 100;

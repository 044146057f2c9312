-- Context: Developer platform (developer-platform). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: api_keys.id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/api-key/field/id
-- finds: rows without a value of id
SELECT 'api_keys.id.missing' AS check_id, 'api_keys.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM api_keys AS t
WHERE t.id IS NULL LIMIT 100;

-- check: api_keys.application_id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/api-key/field/application-id
-- finds: rows without a value of application_id
SELECT 'api_keys.application_id.missing' AS check_id, 'api_keys.application_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM api_keys AS t
WHERE t.application_id IS NULL LIMIT 100;

-- check: api_keys.owner_account_id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/api-key/field/owner-account-id
-- finds: rows without a value of owner_account_id
SELECT 'api_keys.owner_account_id.missing' AS check_id, 'api_keys.owner_account_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM api_keys AS t
WHERE t.owner_account_id IS NULL LIMIT 100;

-- check: api_keys.prefix.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/api-key/field/prefix
-- finds: rows without a value of prefix
SELECT 'api_keys.prefix.missing' AS check_id, 'api_keys.prefix' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM api_keys AS t
WHERE t.prefix IS NULL LIMIT 100;

-- check: api_keys.scope.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/api-key/field/scope
-- finds: rows without a value of scope
SELECT 'api_keys.scope.missing' AS check_id, 'api_keys.scope' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM api_keys AS t
WHERE t.scope IS NULL LIMIT 100;

-- check: api_keys.expires_at.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/api-key/field/expires-at
-- finds: rows without a value of expires_at
SELECT 'api_keys.expires_at.missing' AS check_id, 'api_keys.expires_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM api_keys AS t
WHERE t.expires_at IS NULL LIMIT 100;

-- check: api_keys.key_hash.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/api-key/field/key-hash
-- finds: rows without a value of key_hash
SELECT 'api_keys.key_hash.missing' AS check_id, 'api_keys.key_hash' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM api_keys AS t
WHERE t.key_hash IS NULL LIMIT 100;

-- check: api_keys.created_at.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/api-key/field/created-at
-- finds: rows without a value of created_at
SELECT 'api_keys.created_at.missing' AS check_id, 'api_keys.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM api_keys AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: api_keys.updated_at.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/api-key/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'api_keys.updated_at.missing' AS check_id, 'api_keys.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM api_keys AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: api_keys.id.duplicate   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/api-key
-- finds: values of id that stand twice
SELECT 'api_keys.id.duplicate' AS check_id, 'api_keys.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM api_keys AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: api_keys.key_hash.duplicate   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/api-key/key/unique-key-hash
-- finds: values of key_hash that stand twice
SELECT 'api_keys.key_hash.duplicate' AS check_id, 'api_keys.key_hash' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM api_keys AS t
WHERE t.key_hash IS NOT NULL
GROUP BY t.key_hash HAVING COUNT(*) > 1 LIMIT 100;

-- check: api_keys.prefix.duplicate   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/api-key/key/unique-prefix
-- finds: values of prefix that stand twice
SELECT 'api_keys.prefix.duplicate' AS check_id, 'api_keys.prefix' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM api_keys AS t
WHERE t.prefix IS NOT NULL
GROUP BY t.prefix HAVING COUNT(*) > 1 LIMIT 100;

-- check: api_keys.application_id.orphan   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/api-key/relation/application
-- finds: rows whose application_id is in no row of applications
SELECT 'api_keys.application_id.orphan' AS check_id, 'api_keys.application_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.application_id AS text) AS detail
FROM api_keys AS t
LEFT JOIN applications AS p ON p.id = t.application_id
WHERE t.application_id IS NOT NULL AND p.id IS NULL LIMIT 100;

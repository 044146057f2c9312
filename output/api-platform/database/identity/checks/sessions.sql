-- Context: Identity and access (identity). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: sessions.id.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/session/field/id
-- finds: rows without a value of id
SELECT 'sessions.id.missing' AS check_id, 'sessions.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM sessions AS t
WHERE t.id IS NULL LIMIT 100;

-- check: sessions.account_id.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/session/field/account-id
-- finds: rows without a value of account_id
SELECT 'sessions.account_id.missing' AS check_id, 'sessions.account_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM sessions AS t
WHERE t.account_id IS NULL LIMIT 100;

-- check: sessions.refresh_token_hash.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/session/field/refresh-token-hash
-- finds: rows without a value of refresh_token_hash
SELECT 'sessions.refresh_token_hash.missing' AS check_id, 'sessions.refresh_token_hash' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM sessions AS t
WHERE t.refresh_token_hash IS NULL LIMIT 100;

-- check: sessions.expires_at.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/session/field/expires-at
-- finds: rows without a value of expires_at
SELECT 'sessions.expires_at.missing' AS check_id, 'sessions.expires_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM sessions AS t
WHERE t.expires_at IS NULL LIMIT 100;

-- check: sessions.created_at.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/session/field/created-at
-- finds: rows without a value of created_at
SELECT 'sessions.created_at.missing' AS check_id, 'sessions.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM sessions AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: sessions.updated_at.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/session/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'sessions.updated_at.missing' AS check_id, 'sessions.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM sessions AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: sessions.id.duplicate   severity: error   phase: always   limit: 100
-- on: identity/entity/session
-- finds: values of id that stand twice
SELECT 'sessions.id.duplicate' AS check_id, 'sessions.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM sessions AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: sessions.refresh_token_hash.duplicate   severity: error   phase: always   limit: 100
-- on: identity/entity/session/key/unique-refresh-token-hash
-- finds: values of refresh_token_hash that stand twice
SELECT 'sessions.refresh_token_hash.duplicate' AS check_id, 'sessions.refresh_token_hash' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM sessions AS t
WHERE t.refresh_token_hash IS NOT NULL
GROUP BY t.refresh_token_hash HAVING COUNT(*) > 1 LIMIT 100;

-- check: sessions.account_id.orphan   severity: error   phase: always   limit: 100
-- on: identity/entity/session/relation/account
-- finds: rows whose account_id is in no row of accounts
SELECT 'sessions.account_id.orphan' AS check_id, 'sessions.account_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.account_id AS text) AS detail
FROM sessions AS t
LEFT JOIN accounts AS p ON p.id = t.account_id
WHERE t.account_id IS NOT NULL AND p.id IS NULL LIMIT 100;

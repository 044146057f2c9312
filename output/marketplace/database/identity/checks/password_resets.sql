-- Context: Identity and access (identity). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: password_resets.id.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/password-reset/field/id
-- finds: rows without a value of id
SELECT 'password_resets.id.missing' AS check_id, 'password_resets.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM password_resets AS t
WHERE t.id IS NULL LIMIT 100;

-- check: password_resets.account_id.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/password-reset/field/account-id
-- finds: rows without a value of account_id
SELECT 'password_resets.account_id.missing' AS check_id, 'password_resets.account_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM password_resets AS t
WHERE t.account_id IS NULL LIMIT 100;

-- check: password_resets.token_hash.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/password-reset/field/token-hash
-- finds: rows without a value of token_hash
SELECT 'password_resets.token_hash.missing' AS check_id, 'password_resets.token_hash' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM password_resets AS t
WHERE t.token_hash IS NULL LIMIT 100;

-- check: password_resets.expires_at.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/password-reset/field/expires-at
-- finds: rows without a value of expires_at
SELECT 'password_resets.expires_at.missing' AS check_id, 'password_resets.expires_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM password_resets AS t
WHERE t.expires_at IS NULL LIMIT 100;

-- check: password_resets.created_at.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/password-reset/field/created-at
-- finds: rows without a value of created_at
SELECT 'password_resets.created_at.missing' AS check_id, 'password_resets.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM password_resets AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: password_resets.updated_at.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/password-reset/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'password_resets.updated_at.missing' AS check_id, 'password_resets.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM password_resets AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: password_resets.id.duplicate   severity: error   phase: always   limit: 100
-- on: identity/entity/password-reset
-- finds: values of id that stand twice
SELECT 'password_resets.id.duplicate' AS check_id, 'password_resets.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM password_resets AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: password_resets.token_hash.duplicate   severity: error   phase: always   limit: 100
-- on: identity/entity/password-reset/key/unique-token-hash
-- finds: values of token_hash that stand twice
SELECT 'password_resets.token_hash.duplicate' AS check_id, 'password_resets.token_hash' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM password_resets AS t
WHERE t.token_hash IS NOT NULL
GROUP BY t.token_hash HAVING COUNT(*) > 1 LIMIT 100;

-- check: password_resets.account_id.orphan   severity: error   phase: always   limit: 100
-- on: identity/entity/password-reset/relation/account
-- finds: rows whose account_id is in no row of accounts
SELECT 'password_resets.account_id.orphan' AS check_id, 'password_resets.account_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.account_id AS text) AS detail
FROM password_resets AS t
LEFT JOIN accounts AS p ON p.id = t.account_id
WHERE t.account_id IS NOT NULL AND p.id IS NULL LIMIT 100;

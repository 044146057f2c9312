-- Context: Identity and access (identity). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: accounts.id.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/account/field/id
-- finds: rows without a value of id
SELECT 'accounts.id.missing' AS check_id, 'accounts.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM accounts AS t
WHERE t.id IS NULL LIMIT 100;

-- check: accounts.email.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/account/field/email
-- finds: rows without a value of email
SELECT 'accounts.email.missing' AS check_id, 'accounts.email' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM accounts AS t
WHERE t.email IS NULL LIMIT 100;

-- check: accounts.password_hash.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/account/field/password-hash
-- finds: rows without a value of password_hash
SELECT 'accounts.password_hash.missing' AS check_id, 'accounts.password_hash' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM accounts AS t
WHERE t.password_hash IS NULL LIMIT 100;

-- check: accounts.created_at.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/account/field/created-at
-- finds: rows without a value of created_at
SELECT 'accounts.created_at.missing' AS check_id, 'accounts.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM accounts AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: accounts.updated_at.missing   severity: error   phase: always   limit: 100
-- on: identity/entity/account/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'accounts.updated_at.missing' AS check_id, 'accounts.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM accounts AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: accounts.id.duplicate   severity: error   phase: always   limit: 100
-- on: identity/entity/account
-- finds: values of id that stand twice
SELECT 'accounts.id.duplicate' AS check_id, 'accounts.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM accounts AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: accounts.email.duplicate   severity: error   phase: always   limit: 100
-- on: identity/entity/account/key/unique-email
-- finds: values of email that stand twice
SELECT 'accounts.email.duplicate' AS check_id, 'accounts.email' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM accounts AS t
WHERE t.email IS NOT NULL
GROUP BY t.email HAVING COUNT(*) > 1 LIMIT 100;

-- Context: Developer platform (developer-platform). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: webhook_endpoints.id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-endpoint/field/id
-- finds: rows without a value of id
SELECT 'webhook_endpoints.id.missing' AS check_id, 'webhook_endpoints.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_endpoints AS t
WHERE t.id IS NULL LIMIT 100;

-- check: webhook_endpoints.application_id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-endpoint/field/application-id
-- finds: rows without a value of application_id
SELECT 'webhook_endpoints.application_id.missing' AS check_id, 'webhook_endpoints.application_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_endpoints AS t
WHERE t.application_id IS NULL LIMIT 100;

-- check: webhook_endpoints.owner_account_id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-endpoint/field/owner-account-id
-- finds: rows without a value of owner_account_id
SELECT 'webhook_endpoints.owner_account_id.missing' AS check_id, 'webhook_endpoints.owner_account_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_endpoints AS t
WHERE t.owner_account_id IS NULL LIMIT 100;

-- check: webhook_endpoints.url.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-endpoint/field/url
-- finds: rows without a value of url
SELECT 'webhook_endpoints.url.missing' AS check_id, 'webhook_endpoints.url' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_endpoints AS t
WHERE t.url IS NULL LIMIT 100;

-- check: webhook_endpoints.event_types.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-endpoint/field/event-types
-- finds: rows without a value of event_types
SELECT 'webhook_endpoints.event_types.missing' AS check_id, 'webhook_endpoints.event_types' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_endpoints AS t
WHERE t.event_types IS NULL LIMIT 100;

-- check: webhook_endpoints.signing_secret.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-endpoint/field/signing-secret
-- finds: rows without a value of signing_secret
SELECT 'webhook_endpoints.signing_secret.missing' AS check_id, 'webhook_endpoints.signing_secret' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_endpoints AS t
WHERE t.signing_secret IS NULL LIMIT 100;

-- check: webhook_endpoints.enabled.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-endpoint/field/enabled
-- finds: rows without a value of enabled
SELECT 'webhook_endpoints.enabled.missing' AS check_id, 'webhook_endpoints.enabled' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_endpoints AS t
WHERE t.enabled IS NULL LIMIT 100;

-- check: webhook_endpoints.created_at.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-endpoint/field/created-at
-- finds: rows without a value of created_at
SELECT 'webhook_endpoints.created_at.missing' AS check_id, 'webhook_endpoints.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_endpoints AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: webhook_endpoints.updated_at.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-endpoint/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'webhook_endpoints.updated_at.missing' AS check_id, 'webhook_endpoints.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_endpoints AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: webhook_endpoints.id.duplicate   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-endpoint
-- finds: values of id that stand twice
SELECT 'webhook_endpoints.id.duplicate' AS check_id, 'webhook_endpoints.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM webhook_endpoints AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: webhook_endpoints.application_id.orphan   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-endpoint/relation/application
-- finds: rows whose application_id is in no row of applications
SELECT 'webhook_endpoints.application_id.orphan' AS check_id, 'webhook_endpoints.application_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.application_id AS text) AS detail
FROM webhook_endpoints AS t
LEFT JOIN applications AS p ON p.id = t.application_id
WHERE t.application_id IS NOT NULL AND p.id IS NULL LIMIT 100;

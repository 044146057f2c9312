-- Context: Developer platform (developer-platform). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: webhook_deliveries.id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/field/id
-- finds: rows without a value of id
SELECT 'webhook_deliveries.id.missing' AS check_id, 'webhook_deliveries.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_deliveries AS t
WHERE t.id IS NULL LIMIT 100;

-- check: webhook_deliveries.webhook_endpoint_id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/field/webhook-endpoint-id
-- finds: rows without a value of webhook_endpoint_id
SELECT 'webhook_deliveries.webhook_endpoint_id.missing' AS check_id, 'webhook_deliveries.webhook_endpoint_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_deliveries AS t
WHERE t.webhook_endpoint_id IS NULL LIMIT 100;

-- check: webhook_deliveries.event_id.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/field/event-id
-- finds: rows without a value of event_id
SELECT 'webhook_deliveries.event_id.missing' AS check_id, 'webhook_deliveries.event_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_deliveries AS t
WHERE t.event_id IS NULL LIMIT 100;

-- check: webhook_deliveries.event_type.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/field/event-type
-- finds: rows without a value of event_type
SELECT 'webhook_deliveries.event_type.missing' AS check_id, 'webhook_deliveries.event_type' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_deliveries AS t
WHERE t.event_type IS NULL LIMIT 100;

-- check: webhook_deliveries.payload.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/field/payload
-- finds: rows without a value of payload
SELECT 'webhook_deliveries.payload.missing' AS check_id, 'webhook_deliveries.payload' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_deliveries AS t
WHERE t.payload IS NULL LIMIT 100;

-- check: webhook_deliveries.attempts.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/field/attempts
-- finds: rows without a value of attempts
SELECT 'webhook_deliveries.attempts.missing' AS check_id, 'webhook_deliveries.attempts' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_deliveries AS t
WHERE t.attempts IS NULL LIMIT 100;

-- check: webhook_deliveries.status.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/field/status
-- finds: rows without a value of status
SELECT 'webhook_deliveries.status.missing' AS check_id, 'webhook_deliveries.status' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_deliveries AS t
WHERE t.status IS NULL LIMIT 100;

-- check: webhook_deliveries.created_at.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/field/created-at
-- finds: rows without a value of created_at
SELECT 'webhook_deliveries.created_at.missing' AS check_id, 'webhook_deliveries.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_deliveries AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: webhook_deliveries.updated_at.missing   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'webhook_deliveries.updated_at.missing' AS check_id, 'webhook_deliveries.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM webhook_deliveries AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: webhook_deliveries.id.duplicate   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery
-- finds: values of id that stand twice
SELECT 'webhook_deliveries.id.duplicate' AS check_id, 'webhook_deliveries.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM webhook_deliveries AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: webhook_deliveries.webhook_endpoint_id_event_id.duplicate   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/key/unique-webhook-endpoint-id-event-id
-- finds: values of webhook_endpoint_id, event_id that stand twice
SELECT 'webhook_deliveries.webhook_endpoint_id_event_id.duplicate' AS check_id, 'webhook_deliveries.webhook_endpoint_id+event_id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM webhook_deliveries AS t
WHERE t.webhook_endpoint_id IS NOT NULL AND t.event_id IS NOT NULL
GROUP BY t.webhook_endpoint_id, t.event_id HAVING COUNT(*) > 1 LIMIT 100;

-- check: webhook_deliveries.webhook_endpoint_id.orphan   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/relation/webhook-endpoint
-- finds: rows whose webhook_endpoint_id is in no row of webhook_endpoints
SELECT 'webhook_deliveries.webhook_endpoint_id.orphan' AS check_id, 'webhook_deliveries.webhook_endpoint_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.webhook_endpoint_id AS text) AS detail
FROM webhook_deliveries AS t
LEFT JOIN webhook_endpoints AS p ON p.id = t.webhook_endpoint_id
WHERE t.webhook_endpoint_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: webhook_deliveries.attempts.forbidden   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/field/attempts
-- finds: values of attempts that webhook_deliveries_attempts_check forbids
SELECT 'webhook_deliveries.attempts.forbidden' AS check_id, 'webhook_deliveries.attempts' AS object, CAST(t.id AS text) AS row_key, CAST(t.attempts AS text) AS detail
FROM webhook_deliveries AS t
WHERE NOT (t.attempts >= 0) LIMIT 100;

-- check: webhook_deliveries.response_status.forbidden   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/field/response-status
-- finds: values of response_status that webhook_deliveries_response_status_check forbids
SELECT 'webhook_deliveries.response_status.forbidden' AS check_id, 'webhook_deliveries.response_status' AS object, CAST(t.id AS text) AS row_key, CAST(t.response_status AS text) AS detail
FROM webhook_deliveries AS t
WHERE NOT (t.response_status >= 100 AND t.response_status <= 599) LIMIT 100;

-- check: webhook_deliveries.status.forbidden   severity: error   phase: always   limit: 100
-- on: developer-platform/entity/webhook-delivery/field/status
-- finds: values of status that webhook_deliveries_status_check forbids
SELECT 'webhook_deliveries.status.forbidden' AS check_id, 'webhook_deliveries.status' AS object, CAST(t.id AS text) AS row_key, CAST(t.status AS text) AS detail
FROM webhook_deliveries AS t
WHERE NOT (t.status IN ('pending', 'delivered', 'failed')) LIMIT 100;

-- Context: Payments (payments). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: payment_events.id.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment-event/field/id
-- finds: rows without a value of id
SELECT 'payment_events.id.missing' AS check_id, 'payment_events.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payment_events AS t
WHERE t.id IS NULL LIMIT 100;

-- check: payment_events.provider_event_id.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment-event/field/provider-event-id
-- finds: rows without a value of provider_event_id
SELECT 'payment_events.provider_event_id.missing' AS check_id, 'payment_events.provider_event_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payment_events AS t
WHERE t.provider_event_id IS NULL LIMIT 100;

-- check: payment_events.event_type.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment-event/field/event-type
-- finds: rows without a value of event_type
SELECT 'payment_events.event_type.missing' AS check_id, 'payment_events.event_type' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payment_events AS t
WHERE t.event_type IS NULL LIMIT 100;

-- check: payment_events.payload.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment-event/field/payload
-- finds: rows without a value of payload
SELECT 'payment_events.payload.missing' AS check_id, 'payment_events.payload' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payment_events AS t
WHERE t.payload IS NULL LIMIT 100;

-- check: payment_events.created_at.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment-event/field/created-at
-- finds: rows without a value of created_at
SELECT 'payment_events.created_at.missing' AS check_id, 'payment_events.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payment_events AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: payment_events.updated_at.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment-event/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'payment_events.updated_at.missing' AS check_id, 'payment_events.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payment_events AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: payment_events.id.duplicate   severity: error   phase: always   limit: 100
-- on: payments/entity/payment-event
-- finds: values of id that stand twice
SELECT 'payment_events.id.duplicate' AS check_id, 'payment_events.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM payment_events AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: payment_events.provider_event_id.duplicate   severity: error   phase: always   limit: 100
-- on: payments/entity/payment-event/key/unique-provider-event-id
-- finds: values of provider_event_id that stand twice
SELECT 'payment_events.provider_event_id.duplicate' AS check_id, 'payment_events.provider_event_id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM payment_events AS t
WHERE t.provider_event_id IS NOT NULL
GROUP BY t.provider_event_id HAVING COUNT(*) > 1 LIMIT 100;

-- check: payment_events.payment_id.orphan   severity: error   phase: always   limit: 100
-- on: payments/entity/payment-event/relation/payment
-- finds: rows whose payment_id is in no row of payments
SELECT 'payment_events.payment_id.orphan' AS check_id, 'payment_events.payment_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.payment_id AS text) AS detail
FROM payment_events AS t
LEFT JOIN payments AS p ON p.id = t.payment_id
WHERE t.payment_id IS NOT NULL AND p.id IS NULL LIMIT 100;

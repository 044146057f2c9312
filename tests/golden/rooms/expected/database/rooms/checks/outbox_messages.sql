-- Context: Rooms (rooms). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: outbox_messages.id.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/outbox
-- finds: rows without a value of id
SELECT 'outbox_messages.id.missing' AS check_id, 'outbox_messages.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM outbox_messages AS t
WHERE t.id IS NULL LIMIT 100;

-- check: outbox_messages.event.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/outbox
-- finds: rows without a value of event
SELECT 'outbox_messages.event.missing' AS check_id, 'outbox_messages.event' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM outbox_messages AS t
WHERE t.event IS NULL LIMIT 100;

-- check: outbox_messages.ordering_key.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/outbox
-- finds: rows without a value of ordering_key
SELECT 'outbox_messages.ordering_key.missing' AS check_id, 'outbox_messages.ordering_key' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM outbox_messages AS t
WHERE t.ordering_key IS NULL LIMIT 100;

-- check: outbox_messages.payload.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/outbox
-- finds: rows without a value of payload
SELECT 'outbox_messages.payload.missing' AS check_id, 'outbox_messages.payload' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM outbox_messages AS t
WHERE t.payload IS NULL LIMIT 100;

-- check: outbox_messages.created_at.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/outbox
-- finds: rows without a value of created_at
SELECT 'outbox_messages.created_at.missing' AS check_id, 'outbox_messages.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM outbox_messages AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: outbox_messages.attempts.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/outbox
-- finds: rows without a value of attempts
SELECT 'outbox_messages.attempts.missing' AS check_id, 'outbox_messages.attempts' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM outbox_messages AS t
WHERE t.attempts IS NULL LIMIT 100;

-- check: outbox_messages.id.duplicate   severity: error   phase: always   limit: 100
-- on: system/consistency/outbox
-- finds: values of id that stand twice
SELECT 'outbox_messages.id.duplicate' AS check_id, 'outbox_messages.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM outbox_messages AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

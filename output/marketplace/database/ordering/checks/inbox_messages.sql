-- Context: Ordering (ordering). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: inbox_messages.consumer.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/inbox
-- finds: rows without a value of consumer
SELECT 'inbox_messages.consumer.missing' AS check_id, 'inbox_messages.consumer' AS object, concat_ws(',', CAST(t.consumer AS text), CAST(t.message_id AS text)) AS row_key, NULL AS detail
FROM inbox_messages AS t
WHERE t.consumer IS NULL LIMIT 100;

-- check: inbox_messages.message_id.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/inbox
-- finds: rows without a value of message_id
SELECT 'inbox_messages.message_id.missing' AS check_id, 'inbox_messages.message_id' AS object, concat_ws(',', CAST(t.consumer AS text), CAST(t.message_id AS text)) AS row_key, NULL AS detail
FROM inbox_messages AS t
WHERE t.message_id IS NULL LIMIT 100;

-- check: inbox_messages.handled_at.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/inbox
-- finds: rows without a value of handled_at
SELECT 'inbox_messages.handled_at.missing' AS check_id, 'inbox_messages.handled_at' AS object, concat_ws(',', CAST(t.consumer AS text), CAST(t.message_id AS text)) AS row_key, NULL AS detail
FROM inbox_messages AS t
WHERE t.handled_at IS NULL LIMIT 100;

-- check: inbox_messages.consumer_message_id.duplicate   severity: error   phase: always   limit: 100
-- on: system/consistency/inbox
-- finds: values of consumer, message_id that stand twice
SELECT 'inbox_messages.consumer_message_id.duplicate' AS check_id, 'inbox_messages.consumer+message_id' AS object, MIN(concat_ws(',', CAST(t.consumer AS text), CAST(t.message_id AS text))) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM inbox_messages AS t
WHERE t.consumer IS NOT NULL AND t.message_id IS NOT NULL
GROUP BY t.consumer, t.message_id HAVING COUNT(*) > 1 LIMIT 100;

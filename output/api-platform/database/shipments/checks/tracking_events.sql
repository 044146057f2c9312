-- Context: Shipments (shipments). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: tracking_events.id.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/tracking-event/field/id
-- finds: rows without a value of id
SELECT 'tracking_events.id.missing' AS check_id, 'tracking_events.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM tracking_events AS t
WHERE t.id IS NULL LIMIT 100;

-- check: tracking_events.parcel_id.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/tracking-event/field/parcel-id
-- finds: rows without a value of parcel_id
SELECT 'tracking_events.parcel_id.missing' AS check_id, 'tracking_events.parcel_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM tracking_events AS t
WHERE t.parcel_id IS NULL LIMIT 100;

-- check: tracking_events.event_type.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/tracking-event/field/event-type
-- finds: rows without a value of event_type
SELECT 'tracking_events.event_type.missing' AS check_id, 'tracking_events.event_type' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM tracking_events AS t
WHERE t.event_type IS NULL LIMIT 100;

-- check: tracking_events.location.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/tracking-event/field/location
-- finds: rows without a value of location
SELECT 'tracking_events.location.missing' AS check_id, 'tracking_events.location' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM tracking_events AS t
WHERE t.location IS NULL LIMIT 100;

-- check: tracking_events.message.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/tracking-event/field/message
-- finds: rows without a value of message
SELECT 'tracking_events.message.missing' AS check_id, 'tracking_events.message' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM tracking_events AS t
WHERE t.message IS NULL LIMIT 100;

-- check: tracking_events.occurred_at.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/tracking-event/field/occurred-at
-- finds: rows without a value of occurred_at
SELECT 'tracking_events.occurred_at.missing' AS check_id, 'tracking_events.occurred_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM tracking_events AS t
WHERE t.occurred_at IS NULL LIMIT 100;

-- check: tracking_events.created_at.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/tracking-event/field/created-at
-- finds: rows without a value of created_at
SELECT 'tracking_events.created_at.missing' AS check_id, 'tracking_events.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM tracking_events AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: tracking_events.updated_at.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/tracking-event/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'tracking_events.updated_at.missing' AS check_id, 'tracking_events.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM tracking_events AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: tracking_events.id.duplicate   severity: error   phase: always   limit: 100
-- on: shipments/entity/tracking-event
-- finds: values of id that stand twice
SELECT 'tracking_events.id.duplicate' AS check_id, 'tracking_events.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM tracking_events AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: tracking_events.parcel_id.orphan   severity: error   phase: always   limit: 100
-- on: shipments/entity/tracking-event/relation/parcel
-- finds: rows whose parcel_id is in no row of parcels
SELECT 'tracking_events.parcel_id.orphan' AS check_id, 'tracking_events.parcel_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.parcel_id AS text) AS detail
FROM tracking_events AS t
LEFT JOIN parcels AS p ON p.id = t.parcel_id
WHERE t.parcel_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: tracking_events.message.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/tracking-event/field/message
-- finds: values of message that tracking_events_message_check forbids
SELECT 'tracking_events.message.forbidden' AS check_id, 'tracking_events.message' AS object, CAST(t.id AS text) AS row_key, CAST(char_length(t.message) AS text) AS detail
FROM tracking_events AS t
WHERE NOT (char_length(t.message) <= 5000) LIMIT 100;

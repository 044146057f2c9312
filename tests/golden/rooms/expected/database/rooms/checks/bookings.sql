-- Context: Rooms (rooms). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: bookings.id.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/booking/field/id
-- finds: rows without a value of id
SELECT 'bookings.id.missing' AS check_id, 'bookings.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM bookings AS t
WHERE t.id IS NULL LIMIT 100;

-- check: bookings.title.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/booking/field/title
-- finds: rows without a value of title
SELECT 'bookings.title.missing' AS check_id, 'bookings.title' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM bookings AS t
WHERE t.title IS NULL LIMIT 100;

-- check: bookings.start_time.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/booking/field/start-time
-- finds: rows without a value of start_time
SELECT 'bookings.start_time.missing' AS check_id, 'bookings.start_time' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM bookings AS t
WHERE t.start_time IS NULL LIMIT 100;

-- check: bookings.end_time.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/booking/field/end-time
-- finds: rows without a value of end_time
SELECT 'bookings.end_time.missing' AS check_id, 'bookings.end_time' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM bookings AS t
WHERE t.end_time IS NULL LIMIT 100;

-- check: bookings.status.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/booking/field/status
-- finds: rows without a value of status
SELECT 'bookings.status.missing' AS check_id, 'bookings.status' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM bookings AS t
WHERE t.status IS NULL LIMIT 100;

-- check: bookings.starts_at.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/booking/field/starts-at
-- finds: rows without a value of starts_at
SELECT 'bookings.starts_at.missing' AS check_id, 'bookings.starts_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM bookings AS t
WHERE t.starts_at IS NULL LIMIT 100;

-- check: bookings.ends_at.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/booking/field/ends-at
-- finds: rows without a value of ends_at
SELECT 'bookings.ends_at.missing' AS check_id, 'bookings.ends_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM bookings AS t
WHERE t.ends_at IS NULL LIMIT 100;

-- check: bookings.created_at.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/booking/field/created-at
-- finds: rows without a value of created_at
SELECT 'bookings.created_at.missing' AS check_id, 'bookings.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM bookings AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: bookings.updated_at.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/booking/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'bookings.updated_at.missing' AS check_id, 'bookings.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM bookings AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: bookings.id.duplicate   severity: error   phase: always   limit: 100
-- on: rooms/entity/booking
-- finds: values of id that stand twice
SELECT 'bookings.id.duplicate' AS check_id, 'bookings.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM bookings AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: bookings.status.forbidden   severity: error   phase: always   limit: 100
-- on: rooms/entity/booking/field/status
-- finds: values of status that bookings_status_check forbids
SELECT 'bookings.status.forbidden' AS check_id, 'bookings.status' AS object, CAST(t.id AS text) AS row_key, CAST(t.status AS text) AS detail
FROM bookings AS t
WHERE NOT (t.status IN ('requested', 'confirmed', 'cancelled')) LIMIT 100;

-- check: bookings.ends_at.forbidden   severity: error   phase: always   limit: 100
-- on: rooms/entity/booking/rule/ends-after-start
-- finds: values of ends_at that bookings_ends_at_check forbids
SELECT 'bookings.ends_at.forbidden' AS check_id, 'bookings.ends_at' AS object, CAST(t.id AS text) AS row_key, CAST(t.ends_at AS text) AS detail
FROM bookings AS t
WHERE NOT (t.ends_at > t.starts_at) LIMIT 100;

-- Context: Rooms (rooms). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: meeting_rooms.id.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/meeting-room/field/id
-- finds: rows without a value of id
SELECT 'meeting_rooms.id.missing' AS check_id, 'meeting_rooms.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM meeting_rooms AS t
WHERE t.id IS NULL LIMIT 100;

-- check: meeting_rooms.name.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/meeting-room/field/name
-- finds: rows without a value of name
SELECT 'meeting_rooms.name.missing' AS check_id, 'meeting_rooms.name' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM meeting_rooms AS t
WHERE t.name IS NULL LIMIT 100;

-- check: meeting_rooms.created_at.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/meeting-room/field/created-at
-- finds: rows without a value of created_at
SELECT 'meeting_rooms.created_at.missing' AS check_id, 'meeting_rooms.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM meeting_rooms AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: meeting_rooms.updated_at.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/meeting-room/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'meeting_rooms.updated_at.missing' AS check_id, 'meeting_rooms.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM meeting_rooms AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: meeting_rooms.id.duplicate   severity: error   phase: always   limit: 100
-- on: rooms/entity/meeting-room
-- finds: values of id that stand twice
SELECT 'meeting_rooms.id.duplicate' AS check_id, 'meeting_rooms.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM meeting_rooms AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- Context: Rooms (rooms). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: rooms.id.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/room/field/id
-- finds: rows without a value of id
SELECT 'rooms.id.missing' AS check_id, 'rooms.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM rooms AS t
WHERE t.id IS NULL LIMIT 100;

-- check: rooms.name.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/room/field/name
-- finds: rows without a value of name
SELECT 'rooms.name.missing' AS check_id, 'rooms.name' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM rooms AS t
WHERE t.name IS NULL LIMIT 100;

-- check: rooms.floor.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/room/field/floor
-- finds: rows without a value of floor
SELECT 'rooms.floor.missing' AS check_id, 'rooms.floor' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM rooms AS t
WHERE t.floor IS NULL LIMIT 100;

-- check: rooms.capacity.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/room/field/capacity
-- finds: rows without a value of capacity
SELECT 'rooms.capacity.missing' AS check_id, 'rooms.capacity' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM rooms AS t
WHERE t.capacity IS NULL LIMIT 100;

-- check: rooms.created_at.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/room/field/created-at
-- finds: rows without a value of created_at
SELECT 'rooms.created_at.missing' AS check_id, 'rooms.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM rooms AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: rooms.updated_at.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/room/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'rooms.updated_at.missing' AS check_id, 'rooms.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM rooms AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: rooms.id.duplicate   severity: error   phase: always   limit: 100
-- on: rooms/entity/room
-- finds: values of id that stand twice
SELECT 'rooms.id.duplicate' AS check_id, 'rooms.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM rooms AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: rooms.capacity.forbidden   severity: error   phase: always   limit: 100
-- on: rooms/entity/room/field/capacity
-- finds: values of capacity that rooms_capacity_check forbids
SELECT 'rooms.capacity.forbidden' AS check_id, 'rooms.capacity' AS object, CAST(t.id AS text) AS row_key, CAST(t.capacity AS text) AS detail
FROM rooms AS t
WHERE NOT (t.capacity >= 0) LIMIT 100;

-- check: rooms.floor.forbidden   severity: error   phase: always   limit: 100
-- on: rooms/entity/room/field/floor
-- finds: values of floor that rooms_floor_check forbids
SELECT 'rooms.floor.forbidden' AS check_id, 'rooms.floor' AS object, CAST(t.id AS text) AS row_key, CAST(t.floor AS text) AS detail
FROM rooms AS t
WHERE NOT (t.floor >= 0) LIMIT 100;

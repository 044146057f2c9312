-- Context: Rooms (rooms). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: equipment.id.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/equipment/field/id
-- finds: rows without a value of id
SELECT 'equipment.id.missing' AS check_id, 'equipment.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM equipment AS t
WHERE t.id IS NULL LIMIT 100;

-- check: equipment.room_id.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/equipment/field/room-id
-- finds: rows without a value of room_id
SELECT 'equipment.room_id.missing' AS check_id, 'equipment.room_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM equipment AS t
WHERE t.room_id IS NULL LIMIT 100;

-- check: equipment.name.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/equipment/field/name
-- finds: rows without a value of name
SELECT 'equipment.name.missing' AS check_id, 'equipment.name' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM equipment AS t
WHERE t.name IS NULL LIMIT 100;

-- check: equipment.created_at.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/equipment/field/created-at
-- finds: rows without a value of created_at
SELECT 'equipment.created_at.missing' AS check_id, 'equipment.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM equipment AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: equipment.updated_at.missing   severity: error   phase: always   limit: 100
-- on: rooms/entity/equipment/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'equipment.updated_at.missing' AS check_id, 'equipment.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM equipment AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: equipment.id.duplicate   severity: error   phase: always   limit: 100
-- on: rooms/entity/equipment
-- finds: values of id that stand twice
SELECT 'equipment.id.duplicate' AS check_id, 'equipment.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM equipment AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: equipment.room_id.orphan   severity: error   phase: always   limit: 100
-- on: rooms/entity/equipment/relation/room
-- finds: rows whose room_id is in no row of rooms
SELECT 'equipment.room_id.orphan' AS check_id, 'equipment.room_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.room_id AS text) AS detail
FROM equipment AS t
LEFT JOIN rooms AS p ON p.id = t.room_id
WHERE t.room_id IS NOT NULL AND p.id IS NULL LIMIT 100;

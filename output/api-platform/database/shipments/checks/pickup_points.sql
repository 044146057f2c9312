-- Context: Shipments (shipments). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: pickup_points.id.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/pickup-point/field/id
-- finds: rows without a value of id
SELECT 'pickup_points.id.missing' AS check_id, 'pickup_points.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM pickup_points AS t
WHERE t.id IS NULL LIMIT 100;

-- check: pickup_points.name.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/pickup-point/field/name
-- finds: rows without a value of name
SELECT 'pickup_points.name.missing' AS check_id, 'pickup_points.name' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM pickup_points AS t
WHERE t.name IS NULL LIMIT 100;

-- check: pickup_points.address.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/pickup-point/field/address
-- finds: rows without a value of address
SELECT 'pickup_points.address.missing' AS check_id, 'pickup_points.address' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM pickup_points AS t
WHERE t.address IS NULL LIMIT 100;

-- check: pickup_points.latitude.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/pickup-point/field/latitude
-- finds: rows without a value of latitude
SELECT 'pickup_points.latitude.missing' AS check_id, 'pickup_points.latitude' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM pickup_points AS t
WHERE t.latitude IS NULL LIMIT 100;

-- check: pickup_points.longitude.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/pickup-point/field/longitude
-- finds: rows without a value of longitude
SELECT 'pickup_points.longitude.missing' AS check_id, 'pickup_points.longitude' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM pickup_points AS t
WHERE t.longitude IS NULL LIMIT 100;

-- check: pickup_points.capacity.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/pickup-point/field/capacity
-- finds: rows without a value of capacity
SELECT 'pickup_points.capacity.missing' AS check_id, 'pickup_points.capacity' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM pickup_points AS t
WHERE t.capacity IS NULL LIMIT 100;

-- check: pickup_points.created_at.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/pickup-point/field/created-at
-- finds: rows without a value of created_at
SELECT 'pickup_points.created_at.missing' AS check_id, 'pickup_points.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM pickup_points AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: pickup_points.updated_at.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/pickup-point/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'pickup_points.updated_at.missing' AS check_id, 'pickup_points.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM pickup_points AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: pickup_points.id.duplicate   severity: error   phase: always   limit: 100
-- on: shipments/entity/pickup-point
-- finds: values of id that stand twice
SELECT 'pickup_points.id.duplicate' AS check_id, 'pickup_points.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM pickup_points AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: pickup_points.capacity.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/pickup-point/field/capacity
-- finds: values of capacity that pickup_points_capacity_check forbids
SELECT 'pickup_points.capacity.forbidden' AS check_id, 'pickup_points.capacity' AS object, CAST(t.id AS text) AS row_key, CAST(t.capacity AS text) AS detail
FROM pickup_points AS t
WHERE NOT (t.capacity >= 0) LIMIT 100;

-- check: pickup_points.latitude.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/pickup-point/field/latitude
-- finds: values of latitude that pickup_points_latitude_check forbids
SELECT 'pickup_points.latitude.forbidden' AS check_id, 'pickup_points.latitude' AS object, CAST(t.id AS text) AS row_key, CAST(t.latitude AS text) AS detail
FROM pickup_points AS t
WHERE NOT (t.latitude >= -90 AND t.latitude <= 90) LIMIT 100;

-- check: pickup_points.longitude.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/pickup-point/field/longitude
-- finds: values of longitude that pickup_points_longitude_check forbids
SELECT 'pickup_points.longitude.forbidden' AS check_id, 'pickup_points.longitude' AS object, CAST(t.id AS text) AS row_key, CAST(t.longitude AS text) AS detail
FROM pickup_points AS t
WHERE NOT (t.longitude >= -180 AND t.longitude <= 180) LIMIT 100;

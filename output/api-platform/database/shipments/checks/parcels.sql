-- Context: Shipments (shipments). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: parcels.id.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/field/id
-- finds: rows without a value of id
SELECT 'parcels.id.missing' AS check_id, 'parcels.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM parcels AS t
WHERE t.id IS NULL LIMIT 100;

-- check: parcels.shipment_id.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/field/shipment-id
-- finds: rows without a value of shipment_id
SELECT 'parcels.shipment_id.missing' AS check_id, 'parcels.shipment_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM parcels AS t
WHERE t.shipment_id IS NULL LIMIT 100;

-- check: parcels.weight.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/field/weight
-- finds: rows without a value of weight
SELECT 'parcels.weight.missing' AS check_id, 'parcels.weight' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM parcels AS t
WHERE t.weight IS NULL LIMIT 100;

-- check: parcels.length.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/field/length
-- finds: rows without a value of length
SELECT 'parcels.length.missing' AS check_id, 'parcels.length' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM parcels AS t
WHERE t.length IS NULL LIMIT 100;

-- check: parcels.width.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/field/width
-- finds: rows without a value of width
SELECT 'parcels.width.missing' AS check_id, 'parcels.width' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM parcels AS t
WHERE t.width IS NULL LIMIT 100;

-- check: parcels.height.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/field/height
-- finds: rows without a value of height
SELECT 'parcels.height.missing' AS check_id, 'parcels.height' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM parcels AS t
WHERE t.height IS NULL LIMIT 100;

-- check: parcels.tracking_code.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/field/tracking-code
-- finds: rows without a value of tracking_code
SELECT 'parcels.tracking_code.missing' AS check_id, 'parcels.tracking_code' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM parcels AS t
WHERE t.tracking_code IS NULL LIMIT 100;

-- check: parcels.created_at.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/field/created-at
-- finds: rows without a value of created_at
SELECT 'parcels.created_at.missing' AS check_id, 'parcels.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM parcels AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: parcels.updated_at.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'parcels.updated_at.missing' AS check_id, 'parcels.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM parcels AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: parcels.id.duplicate   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel
-- finds: values of id that stand twice
SELECT 'parcels.id.duplicate' AS check_id, 'parcels.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM parcels AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: parcels.tracking_code.duplicate   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/key/unique-tracking-code
-- finds: values of tracking_code that stand twice
SELECT 'parcels.tracking_code.duplicate' AS check_id, 'parcels.tracking_code' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM parcels AS t
WHERE t.tracking_code IS NOT NULL
GROUP BY t.tracking_code HAVING COUNT(*) > 1 LIMIT 100;

-- check: parcels.pickup_point_id.orphan   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/relation/pickup-point
-- finds: rows whose pickup_point_id is in no row of pickup_points
SELECT 'parcels.pickup_point_id.orphan' AS check_id, 'parcels.pickup_point_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.pickup_point_id AS text) AS detail
FROM parcels AS t
LEFT JOIN pickup_points AS p ON p.id = t.pickup_point_id
WHERE t.pickup_point_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: parcels.shipment_id.orphan   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/relation/shipment
-- finds: rows whose shipment_id is in no row of shipments
SELECT 'parcels.shipment_id.orphan' AS check_id, 'parcels.shipment_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.shipment_id AS text) AS detail
FROM parcels AS t
LEFT JOIN shipments AS p ON p.id = t.shipment_id
WHERE t.shipment_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: parcels.height.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/field/height
-- finds: values of height that parcels_height_check forbids
SELECT 'parcels.height.forbidden' AS check_id, 'parcels.height' AS object, CAST(t.id AS text) AS row_key, CAST(t.height AS text) AS detail
FROM parcels AS t
WHERE NOT (t.height >= 0) LIMIT 100;

-- check: parcels.length.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/field/length
-- finds: values of length that parcels_length_check forbids
SELECT 'parcels.length.forbidden' AS check_id, 'parcels.length' AS object, CAST(t.id AS text) AS row_key, CAST(t.length AS text) AS detail
FROM parcels AS t
WHERE NOT (t.length >= 0) LIMIT 100;

-- check: parcels.weight.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/field/weight
-- finds: values of weight that parcels_weight_check forbids
SELECT 'parcels.weight.forbidden' AS check_id, 'parcels.weight' AS object, CAST(t.id AS text) AS row_key, CAST(t.weight AS text) AS detail
FROM parcels AS t
WHERE NOT (t.weight >= 0) LIMIT 100;

-- check: parcels.width.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/parcel/field/width
-- finds: values of width that parcels_width_check forbids
SELECT 'parcels.width.forbidden' AS check_id, 'parcels.width' AS object, CAST(t.id AS text) AS row_key, CAST(t.width AS text) AS detail
FROM parcels AS t
WHERE NOT (t.width >= 0) LIMIT 100;

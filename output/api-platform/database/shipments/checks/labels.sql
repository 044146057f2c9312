-- Context: Shipments (shipments). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: labels.id.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/label/field/id
-- finds: rows without a value of id
SELECT 'labels.id.missing' AS check_id, 'labels.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM labels AS t
WHERE t.id IS NULL LIMIT 100;

-- check: labels.parcel_id.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/label/field/parcel-id
-- finds: rows without a value of parcel_id
SELECT 'labels.parcel_id.missing' AS check_id, 'labels.parcel_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM labels AS t
WHERE t.parcel_id IS NULL LIMIT 100;

-- check: labels.format.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/label/field/format
-- finds: rows without a value of format
SELECT 'labels.format.missing' AS check_id, 'labels.format' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM labels AS t
WHERE t.format IS NULL LIMIT 100;

-- check: labels.object_key.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/label/field/object-key
-- finds: rows without a value of object_key
SELECT 'labels.object_key.missing' AS check_id, 'labels.object_key' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM labels AS t
WHERE t.object_key IS NULL LIMIT 100;

-- check: labels.created_at.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/label/field/created-at
-- finds: rows without a value of created_at
SELECT 'labels.created_at.missing' AS check_id, 'labels.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM labels AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: labels.updated_at.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/label/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'labels.updated_at.missing' AS check_id, 'labels.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM labels AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: labels.id.duplicate   severity: error   phase: always   limit: 100
-- on: shipments/entity/label
-- finds: values of id that stand twice
SELECT 'labels.id.duplicate' AS check_id, 'labels.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM labels AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: labels.parcel_id.orphan   severity: error   phase: always   limit: 100
-- on: shipments/entity/label/relation/parcel
-- finds: rows whose parcel_id is in no row of parcels
SELECT 'labels.parcel_id.orphan' AS check_id, 'labels.parcel_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.parcel_id AS text) AS detail
FROM labels AS t
LEFT JOIN parcels AS p ON p.id = t.parcel_id
WHERE t.parcel_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: labels.format.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/label/field/format
-- finds: values of format that labels_format_check forbids
SELECT 'labels.format.forbidden' AS check_id, 'labels.format' AS object, CAST(t.id AS text) AS row_key, CAST(t.format AS text) AS detail
FROM labels AS t
WHERE NOT (t.format IN ('pdf', 'zpl', 'png')) LIMIT 100;

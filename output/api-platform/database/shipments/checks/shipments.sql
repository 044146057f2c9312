-- Context: Shipments (shipments). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: shipments.id.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/field/id
-- finds: rows without a value of id
SELECT 'shipments.id.missing' AS check_id, 'shipments.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shipments AS t
WHERE t.id IS NULL LIMIT 100;

-- check: shipments.sender_address.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/field/sender-address
-- finds: rows without a value of sender_address
SELECT 'shipments.sender_address.missing' AS check_id, 'shipments.sender_address' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shipments AS t
WHERE t.sender_address IS NULL LIMIT 100;

-- check: shipments.recipient_address.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/field/recipient-address
-- finds: rows without a value of recipient_address
SELECT 'shipments.recipient_address.missing' AS check_id, 'shipments.recipient_address' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shipments AS t
WHERE t.recipient_address IS NULL LIMIT 100;

-- check: shipments.service_level.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/field/service-level
-- finds: rows without a value of service_level
SELECT 'shipments.service_level.missing' AS check_id, 'shipments.service_level' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shipments AS t
WHERE t.service_level IS NULL LIMIT 100;

-- check: shipments.shipment_number.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/field/shipment-number
-- finds: rows without a value of shipment_number
SELECT 'shipments.shipment_number.missing' AS check_id, 'shipments.shipment_number' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shipments AS t
WHERE t.shipment_number IS NULL LIMIT 100;

-- check: shipments.reference_of_the_shop.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/field/reference-of-the-shop
-- finds: rows without a value of reference_of_the_shop
SELECT 'shipments.reference_of_the_shop.missing' AS check_id, 'shipments.reference_of_the_shop' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shipments AS t
WHERE t.reference_of_the_shop IS NULL LIMIT 100;

-- check: shipments.currency.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/field/currency
-- finds: rows without a value of currency
SELECT 'shipments.currency.missing' AS check_id, 'shipments.currency' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shipments AS t
WHERE t.currency IS NULL LIMIT 100;

-- check: shipments.status.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/field/status
-- finds: rows without a value of status
SELECT 'shipments.status.missing' AS check_id, 'shipments.status' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shipments AS t
WHERE t.status IS NULL LIMIT 100;

-- check: shipments.created_at.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/field/created-at
-- finds: rows without a value of created_at
SELECT 'shipments.created_at.missing' AS check_id, 'shipments.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shipments AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: shipments.updated_at.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'shipments.updated_at.missing' AS check_id, 'shipments.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shipments AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: shipments.id.duplicate   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment
-- finds: values of id that stand twice
SELECT 'shipments.id.duplicate' AS check_id, 'shipments.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM shipments AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: shipments.shipment_number.duplicate   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/key/unique-shipment-number
-- finds: values of shipment_number that stand twice
SELECT 'shipments.shipment_number.duplicate' AS check_id, 'shipments.shipment_number' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM shipments AS t
WHERE t.shipment_number IS NOT NULL
GROUP BY t.shipment_number HAVING COUNT(*) > 1 LIMIT 100;

-- check: shipments.currency.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/field/currency
-- finds: values of currency that shipments_currency_check forbids
SELECT 'shipments.currency.forbidden' AS check_id, 'shipments.currency' AS object, CAST(t.id AS text) AS row_key, CAST(char_length(t.currency) AS text) AS detail
FROM shipments AS t
WHERE NOT (char_length(t.currency) >= 3) LIMIT 100;

-- check: shipments.service_level.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/field/service-level
-- finds: values of service_level that shipments_service_level_check forbids
SELECT 'shipments.service_level.forbidden' AS check_id, 'shipments.service_level' AS object, CAST(t.id AS text) AS row_key, CAST(t.service_level AS text) AS detail
FROM shipments AS t
WHERE NOT (t.service_level IN ('standard', 'express', 'same_day')) LIMIT 100;

-- check: shipments.status.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/shipment/field/status
-- finds: values of status that shipments_status_check forbids
SELECT 'shipments.status.forbidden' AS check_id, 'shipments.status' AS object, CAST(t.id AS text) AS row_key, CAST(t.status AS text) AS detail
FROM shipments AS t
WHERE NOT (t.status IN ('created', 'picked_up', 'in_transit', 'out_for_delivery', 'delivered', 'cancelled')) LIMIT 100;

-- Context: Shipments (shipments). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: quotes.id.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/quote/field/id
-- finds: rows without a value of id
SELECT 'quotes.id.missing' AS check_id, 'quotes.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM quotes AS t
WHERE t.id IS NULL LIMIT 100;

-- check: quotes.shipment_id.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/quote/field/shipment-id
-- finds: rows without a value of shipment_id
SELECT 'quotes.shipment_id.missing' AS check_id, 'quotes.shipment_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM quotes AS t
WHERE t.shipment_id IS NULL LIMIT 100;

-- check: quotes.price.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/quote/field/price
-- finds: rows without a value of price
SELECT 'quotes.price.missing' AS check_id, 'quotes.price' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM quotes AS t
WHERE t.price IS NULL LIMIT 100;

-- check: quotes.currency.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/quote/field/currency
-- finds: rows without a value of currency
SELECT 'quotes.currency.missing' AS check_id, 'quotes.currency' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM quotes AS t
WHERE t.currency IS NULL LIMIT 100;

-- check: quotes.service_level.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/quote/field/service-level
-- finds: rows without a value of service_level
SELECT 'quotes.service_level.missing' AS check_id, 'quotes.service_level' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM quotes AS t
WHERE t.service_level IS NULL LIMIT 100;

-- check: quotes.valid_until.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/quote/field/valid-until
-- finds: rows without a value of valid_until
SELECT 'quotes.valid_until.missing' AS check_id, 'quotes.valid_until' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM quotes AS t
WHERE t.valid_until IS NULL LIMIT 100;

-- check: quotes.created_at.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/quote/field/created-at
-- finds: rows without a value of created_at
SELECT 'quotes.created_at.missing' AS check_id, 'quotes.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM quotes AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: quotes.updated_at.missing   severity: error   phase: always   limit: 100
-- on: shipments/entity/quote/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'quotes.updated_at.missing' AS check_id, 'quotes.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM quotes AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: quotes.id.duplicate   severity: error   phase: always   limit: 100
-- on: shipments/entity/quote
-- finds: values of id that stand twice
SELECT 'quotes.id.duplicate' AS check_id, 'quotes.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM quotes AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: quotes.shipment_id.orphan   severity: error   phase: always   limit: 100
-- on: shipments/entity/quote/relation/shipment
-- finds: rows whose shipment_id is in no row of shipments
SELECT 'quotes.shipment_id.orphan' AS check_id, 'quotes.shipment_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.shipment_id AS text) AS detail
FROM quotes AS t
LEFT JOIN shipments AS p ON p.id = t.shipment_id
WHERE t.shipment_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: quotes.currency.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/quote/field/currency
-- finds: values of currency that quotes_currency_check forbids
SELECT 'quotes.currency.forbidden' AS check_id, 'quotes.currency' AS object, CAST(t.id AS text) AS row_key, CAST(char_length(t.currency) AS text) AS detail
FROM quotes AS t
WHERE NOT (char_length(t.currency) >= 3) LIMIT 100;

-- check: quotes.price.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/quote/field/price
-- finds: values of price that quotes_price_check forbids
SELECT 'quotes.price.forbidden' AS check_id, 'quotes.price' AS object, CAST(t.id AS text) AS row_key, CAST(t.price AS text) AS detail
FROM quotes AS t
WHERE NOT (t.price >= 0) LIMIT 100;

-- check: quotes.service_level.forbidden   severity: error   phase: always   limit: 100
-- on: shipments/entity/quote/field/service-level
-- finds: values of service_level that quotes_service_level_check forbids
SELECT 'quotes.service_level.forbidden' AS check_id, 'quotes.service_level' AS object, CAST(t.id AS text) AS row_key, CAST(t.service_level AS text) AS detail
FROM quotes AS t
WHERE NOT (t.service_level IN ('standard', 'express', 'same_day')) LIMIT 100;

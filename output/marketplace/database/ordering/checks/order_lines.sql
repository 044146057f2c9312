-- Context: Ordering (ordering). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: order_lines.id.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order-line/field/id
-- finds: rows without a value of id
SELECT 'order_lines.id.missing' AS check_id, 'order_lines.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM order_lines AS t
WHERE t.id IS NULL LIMIT 100;

-- check: order_lines.order_id.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order-line/field/order-id
-- finds: rows without a value of order_id
SELECT 'order_lines.order_id.missing' AS check_id, 'order_lines.order_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM order_lines AS t
WHERE t.order_id IS NULL LIMIT 100;

-- check: order_lines.product_id.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order-line/field/product-id
-- finds: rows without a value of product_id
SELECT 'order_lines.product_id.missing' AS check_id, 'order_lines.product_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM order_lines AS t
WHERE t.product_id IS NULL LIMIT 100;

-- check: order_lines.quantity.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order-line/field/quantity
-- finds: rows without a value of quantity
SELECT 'order_lines.quantity.missing' AS check_id, 'order_lines.quantity' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM order_lines AS t
WHERE t.quantity IS NULL LIMIT 100;

-- check: order_lines.unit_price.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order-line/field/unit-price
-- finds: rows without a value of unit_price
SELECT 'order_lines.unit_price.missing' AS check_id, 'order_lines.unit_price' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM order_lines AS t
WHERE t.unit_price IS NULL LIMIT 100;

-- check: order_lines.created_at.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order-line/field/created-at
-- finds: rows without a value of created_at
SELECT 'order_lines.created_at.missing' AS check_id, 'order_lines.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM order_lines AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: order_lines.updated_at.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order-line/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'order_lines.updated_at.missing' AS check_id, 'order_lines.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM order_lines AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: order_lines.id.duplicate   severity: error   phase: always   limit: 100
-- on: ordering/entity/order-line
-- finds: values of id that stand twice
SELECT 'order_lines.id.duplicate' AS check_id, 'order_lines.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM order_lines AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: order_lines.order_id_product_id.duplicate   severity: error   phase: always   limit: 100
-- on: ordering/entity/order-line/key/unique-order-id-product-id
-- finds: values of order_id, product_id that stand twice
SELECT 'order_lines.order_id_product_id.duplicate' AS check_id, 'order_lines.order_id+product_id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM order_lines AS t
WHERE t.order_id IS NOT NULL AND t.product_id IS NOT NULL
GROUP BY t.order_id, t.product_id HAVING COUNT(*) > 1 LIMIT 100;

-- check: order_lines.order_id.orphan   severity: error   phase: always   limit: 100
-- on: ordering/entity/order-line/relation/order
-- finds: rows whose order_id is in no row of orders
SELECT 'order_lines.order_id.orphan' AS check_id, 'order_lines.order_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.order_id AS text) AS detail
FROM order_lines AS t
LEFT JOIN orders AS p ON p.id = t.order_id
WHERE t.order_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: order_lines.quantity.forbidden   severity: error   phase: always   limit: 100
-- on: ordering/entity/order-line/field/quantity
-- finds: values of quantity that order_lines_quantity_check forbids
SELECT 'order_lines.quantity.forbidden' AS check_id, 'order_lines.quantity' AS object, CAST(t.id AS text) AS row_key, CAST(t.quantity AS text) AS detail
FROM order_lines AS t
WHERE NOT (t.quantity >= 1) LIMIT 100;

-- check: order_lines.unit_price.forbidden   severity: error   phase: always   limit: 100
-- on: ordering/entity/order-line/field/unit-price
-- finds: values of unit_price that order_lines_unit_price_check forbids
SELECT 'order_lines.unit_price.forbidden' AS check_id, 'order_lines.unit_price' AS object, CAST(t.id AS text) AS row_key, CAST(t.unit_price AS text) AS detail
FROM order_lines AS t
WHERE NOT (t.unit_price >= 0) LIMIT 100;

-- Context: Ordering (ordering). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: stock_reservations.id.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/stock-reservation/field/id
-- finds: rows without a value of id
SELECT 'stock_reservations.id.missing' AS check_id, 'stock_reservations.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM stock_reservations AS t
WHERE t.id IS NULL LIMIT 100;

-- check: stock_reservations.order_line_id.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/stock-reservation/field/order-line-id
-- finds: rows without a value of order_line_id
SELECT 'stock_reservations.order_line_id.missing' AS check_id, 'stock_reservations.order_line_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM stock_reservations AS t
WHERE t.order_line_id IS NULL LIMIT 100;

-- check: stock_reservations.quantity.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/stock-reservation/field/quantity
-- finds: rows without a value of quantity
SELECT 'stock_reservations.quantity.missing' AS check_id, 'stock_reservations.quantity' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM stock_reservations AS t
WHERE t.quantity IS NULL LIMIT 100;

-- check: stock_reservations.created_at.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/stock-reservation/field/created-at
-- finds: rows without a value of created_at
SELECT 'stock_reservations.created_at.missing' AS check_id, 'stock_reservations.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM stock_reservations AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: stock_reservations.updated_at.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/stock-reservation/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'stock_reservations.updated_at.missing' AS check_id, 'stock_reservations.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM stock_reservations AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: stock_reservations.id.duplicate   severity: error   phase: always   limit: 100
-- on: ordering/entity/stock-reservation
-- finds: values of id that stand twice
SELECT 'stock_reservations.id.duplicate' AS check_id, 'stock_reservations.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM stock_reservations AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: stock_reservations.order_line_id.duplicate   severity: error   phase: always   limit: 100
-- on: ordering/entity/stock-reservation/key/unique-order-line-id
-- finds: values of order_line_id that stand twice
SELECT 'stock_reservations.order_line_id.duplicate' AS check_id, 'stock_reservations.order_line_id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM stock_reservations AS t
WHERE t.order_line_id IS NOT NULL
GROUP BY t.order_line_id HAVING COUNT(*) > 1 LIMIT 100;

-- check: stock_reservations.order_line_id.orphan   severity: error   phase: always   limit: 100
-- on: ordering/entity/stock-reservation/relation/order-line
-- finds: rows whose order_line_id is in no row of order_lines
SELECT 'stock_reservations.order_line_id.orphan' AS check_id, 'stock_reservations.order_line_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.order_line_id AS text) AS detail
FROM stock_reservations AS t
LEFT JOIN order_lines AS p ON p.id = t.order_line_id
WHERE t.order_line_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: stock_reservations.quantity.forbidden   severity: error   phase: always   limit: 100
-- on: ordering/entity/stock-reservation/field/quantity
-- finds: values of quantity that stock_reservations_quantity_check forbids
SELECT 'stock_reservations.quantity.forbidden' AS check_id, 'stock_reservations.quantity' AS object, CAST(t.id AS text) AS row_key, CAST(t.quantity AS text) AS detail
FROM stock_reservations AS t
WHERE NOT (t.quantity >= 1) LIMIT 100;

-- Context: Ordering (ordering). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: orders.id.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order/field/id
-- finds: rows without a value of id
SELECT 'orders.id.missing' AS check_id, 'orders.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM orders AS t
WHERE t.id IS NULL LIMIT 100;

-- check: orders.buyer_account_id.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order/field/buyer-account-id
-- finds: rows without a value of buyer_account_id
SELECT 'orders.buyer_account_id.missing' AS check_id, 'orders.buyer_account_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM orders AS t
WHERE t.buyer_account_id IS NULL LIMIT 100;

-- check: orders.order_number.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order/field/order-number
-- finds: rows without a value of order_number
SELECT 'orders.order_number.missing' AS check_id, 'orders.order_number' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM orders AS t
WHERE t.order_number IS NULL LIMIT 100;

-- check: orders.total.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order/field/total
-- finds: rows without a value of total
SELECT 'orders.total.missing' AS check_id, 'orders.total' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM orders AS t
WHERE t.total IS NULL LIMIT 100;

-- check: orders.currency.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order/field/currency
-- finds: rows without a value of currency
SELECT 'orders.currency.missing' AS check_id, 'orders.currency' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM orders AS t
WHERE t.currency IS NULL LIMIT 100;

-- check: orders.shipping_address.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order/field/shipping-address
-- finds: rows without a value of shipping_address
SELECT 'orders.shipping_address.missing' AS check_id, 'orders.shipping_address' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM orders AS t
WHERE t.shipping_address IS NULL LIMIT 100;

-- check: orders.status.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order/field/status
-- finds: rows without a value of status
SELECT 'orders.status.missing' AS check_id, 'orders.status' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM orders AS t
WHERE t.status IS NULL LIMIT 100;

-- check: orders.created_at.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order/field/created-at
-- finds: rows without a value of created_at
SELECT 'orders.created_at.missing' AS check_id, 'orders.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM orders AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: orders.updated_at.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/order/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'orders.updated_at.missing' AS check_id, 'orders.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM orders AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: orders.id.duplicate   severity: error   phase: always   limit: 100
-- on: ordering/entity/order
-- finds: values of id that stand twice
SELECT 'orders.id.duplicate' AS check_id, 'orders.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM orders AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: orders.order_number.duplicate   severity: error   phase: always   limit: 100
-- on: ordering/entity/order/key/unique-order-number
-- finds: values of order_number that stand twice
SELECT 'orders.order_number.duplicate' AS check_id, 'orders.order_number' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM orders AS t
WHERE t.order_number IS NOT NULL
GROUP BY t.order_number HAVING COUNT(*) > 1 LIMIT 100;

-- check: orders.currency.forbidden   severity: error   phase: always   limit: 100
-- on: ordering/entity/order/field/currency
-- finds: values of currency that orders_currency_check forbids
SELECT 'orders.currency.forbidden' AS check_id, 'orders.currency' AS object, CAST(t.id AS text) AS row_key, CAST(char_length(t.currency) AS text) AS detail
FROM orders AS t
WHERE NOT (char_length(t.currency) >= 3) LIMIT 100;

-- check: orders.status.forbidden   severity: error   phase: always   limit: 100
-- on: ordering/entity/order/field/status
-- finds: values of status that orders_status_check forbids
SELECT 'orders.status.forbidden' AS check_id, 'orders.status' AS object, CAST(t.id AS text) AS row_key, CAST(t.status AS text) AS detail
FROM orders AS t
WHERE NOT (t.status IN ('pending', 'paid', 'shipped', 'delivered', 'cancelled')) LIMIT 100;

-- check: orders.total.forbidden   severity: error   phase: always   limit: 100
-- on: ordering/entity/order/field/total
-- finds: values of total that orders_total_check forbids
SELECT 'orders.total.forbidden' AS check_id, 'orders.total' AS object, CAST(t.id AS text) AS row_key, CAST(t.total AS text) AS detail
FROM orders AS t
WHERE NOT (t.total >= 0) LIMIT 100;

-- Context: Ordering (ordering). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: cart_lines.id.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart-line/field/id
-- finds: rows without a value of id
SELECT 'cart_lines.id.missing' AS check_id, 'cart_lines.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM cart_lines AS t
WHERE t.id IS NULL LIMIT 100;

-- check: cart_lines.cart_id.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart-line/field/cart-id
-- finds: rows without a value of cart_id
SELECT 'cart_lines.cart_id.missing' AS check_id, 'cart_lines.cart_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM cart_lines AS t
WHERE t.cart_id IS NULL LIMIT 100;

-- check: cart_lines.product_id.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart-line/field/product-id
-- finds: rows without a value of product_id
SELECT 'cart_lines.product_id.missing' AS check_id, 'cart_lines.product_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM cart_lines AS t
WHERE t.product_id IS NULL LIMIT 100;

-- check: cart_lines.quantity.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart-line/field/quantity
-- finds: rows without a value of quantity
SELECT 'cart_lines.quantity.missing' AS check_id, 'cart_lines.quantity' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM cart_lines AS t
WHERE t.quantity IS NULL LIMIT 100;

-- check: cart_lines.created_at.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart-line/field/created-at
-- finds: rows without a value of created_at
SELECT 'cart_lines.created_at.missing' AS check_id, 'cart_lines.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM cart_lines AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: cart_lines.updated_at.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart-line/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'cart_lines.updated_at.missing' AS check_id, 'cart_lines.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM cart_lines AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: cart_lines.id.duplicate   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart-line
-- finds: values of id that stand twice
SELECT 'cart_lines.id.duplicate' AS check_id, 'cart_lines.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM cart_lines AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: cart_lines.cart_id_product_id.duplicate   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart-line/key/unique-cart-id-product-id
-- finds: values of cart_id, product_id that stand twice
SELECT 'cart_lines.cart_id_product_id.duplicate' AS check_id, 'cart_lines.cart_id+product_id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM cart_lines AS t
WHERE t.cart_id IS NOT NULL AND t.product_id IS NOT NULL
GROUP BY t.cart_id, t.product_id HAVING COUNT(*) > 1 LIMIT 100;

-- check: cart_lines.cart_id.orphan   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart-line/relation/cart
-- finds: rows whose cart_id is in no row of carts
SELECT 'cart_lines.cart_id.orphan' AS check_id, 'cart_lines.cart_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.cart_id AS text) AS detail
FROM cart_lines AS t
LEFT JOIN carts AS p ON p.id = t.cart_id
WHERE t.cart_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: cart_lines.quantity.forbidden   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart-line/field/quantity
-- finds: values of quantity that cart_lines_quantity_check forbids
SELECT 'cart_lines.quantity.forbidden' AS check_id, 'cart_lines.quantity' AS object, CAST(t.id AS text) AS row_key, CAST(t.quantity AS text) AS detail
FROM cart_lines AS t
WHERE NOT (t.quantity >= 1) LIMIT 100;

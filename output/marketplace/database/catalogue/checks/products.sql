-- Context: Catalogue (catalogue). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: products.id.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/id
-- finds: rows without a value of id
SELECT 'products.id.missing' AS check_id, 'products.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM products AS t
WHERE t.id IS NULL LIMIT 100;

-- check: products.category_id.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/category-id
-- finds: rows without a value of category_id
SELECT 'products.category_id.missing' AS check_id, 'products.category_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM products AS t
WHERE t.category_id IS NULL LIMIT 100;

-- check: products.shop_id.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/shop-id
-- finds: rows without a value of shop_id
SELECT 'products.shop_id.missing' AS check_id, 'products.shop_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM products AS t
WHERE t.shop_id IS NULL LIMIT 100;

-- check: products.title.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/title
-- finds: rows without a value of title
SELECT 'products.title.missing' AS check_id, 'products.title' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM products AS t
WHERE t.title IS NULL LIMIT 100;

-- check: products.description.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/description
-- finds: rows without a value of description
SELECT 'products.description.missing' AS check_id, 'products.description' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM products AS t
WHERE t.description IS NULL LIMIT 100;

-- check: products.price.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/price
-- finds: rows without a value of price
SELECT 'products.price.missing' AS check_id, 'products.price' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM products AS t
WHERE t.price IS NULL LIMIT 100;

-- check: products.currency.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/currency
-- finds: rows without a value of currency
SELECT 'products.currency.missing' AS check_id, 'products.currency' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM products AS t
WHERE t.currency IS NULL LIMIT 100;

-- check: products.stock_quantity.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/stock-quantity
-- finds: rows without a value of stock_quantity
SELECT 'products.stock_quantity.missing' AS check_id, 'products.stock_quantity' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM products AS t
WHERE t.stock_quantity IS NULL LIMIT 100;

-- check: products.status.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/status
-- finds: rows without a value of status
SELECT 'products.status.missing' AS check_id, 'products.status' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM products AS t
WHERE t.status IS NULL LIMIT 100;

-- check: products.created_at.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/created-at
-- finds: rows without a value of created_at
SELECT 'products.created_at.missing' AS check_id, 'products.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM products AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: products.updated_at.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'products.updated_at.missing' AS check_id, 'products.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM products AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: products.id.duplicate   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product
-- finds: values of id that stand twice
SELECT 'products.id.duplicate' AS check_id, 'products.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM products AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: products.category_id.orphan   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/relation/category
-- finds: rows whose category_id is in no row of categories
SELECT 'products.category_id.orphan' AS check_id, 'products.category_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.category_id AS text) AS detail
FROM products AS t
LEFT JOIN categories AS p ON p.id = t.category_id
WHERE t.category_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: products.shop_id.orphan   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/relation/shop
-- finds: rows whose shop_id is in no row of shops
SELECT 'products.shop_id.orphan' AS check_id, 'products.shop_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.shop_id AS text) AS detail
FROM products AS t
LEFT JOIN shops AS p ON p.id = t.shop_id
WHERE t.shop_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: products.currency.forbidden   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/currency
-- finds: values of currency that products_currency_check forbids
SELECT 'products.currency.forbidden' AS check_id, 'products.currency' AS object, CAST(t.id AS text) AS row_key, CAST(char_length(t.currency) AS text) AS detail
FROM products AS t
WHERE NOT (char_length(t.currency) >= 3) LIMIT 100;

-- check: products.description.forbidden   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/description
-- finds: values of description that products_description_check forbids
SELECT 'products.description.forbidden' AS check_id, 'products.description' AS object, CAST(t.id AS text) AS row_key, CAST(char_length(t.description) AS text) AS detail
FROM products AS t
WHERE NOT (char_length(t.description) <= 5000) LIMIT 100;

-- check: products.price.forbidden   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/price
-- finds: values of price that products_price_check forbids
SELECT 'products.price.forbidden' AS check_id, 'products.price' AS object, CAST(t.id AS text) AS row_key, CAST(t.price AS text) AS detail
FROM products AS t
WHERE NOT (t.price >= 0) LIMIT 100;

-- check: products.status.forbidden   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/status
-- finds: values of status that products_status_check forbids
SELECT 'products.status.forbidden' AS check_id, 'products.status' AS object, CAST(t.id AS text) AS row_key, CAST(t.status AS text) AS detail
FROM products AS t
WHERE NOT (t.status IN ('draft', 'active', 'archived')) LIMIT 100;

-- check: products.stock_quantity.forbidden   severity: error   phase: always   limit: 100
-- on: catalogue/entity/product/field/stock-quantity
-- finds: values of stock_quantity that products_stock_quantity_check forbids
SELECT 'products.stock_quantity.forbidden' AS check_id, 'products.stock_quantity' AS object, CAST(t.id AS text) AS row_key, CAST(t.stock_quantity AS text) AS detail
FROM products AS t
WHERE NOT (t.stock_quantity >= 0) LIMIT 100;

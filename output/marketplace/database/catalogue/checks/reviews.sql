-- Context: Catalogue (catalogue). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: reviews.id.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/review/field/id
-- finds: rows without a value of id
SELECT 'reviews.id.missing' AS check_id, 'reviews.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reviews AS t
WHERE t.id IS NULL LIMIT 100;

-- check: reviews.product_id.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/review/field/product-id
-- finds: rows without a value of product_id
SELECT 'reviews.product_id.missing' AS check_id, 'reviews.product_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reviews AS t
WHERE t.product_id IS NULL LIMIT 100;

-- check: reviews.author_account_id.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/review/field/author-account-id
-- finds: rows without a value of author_account_id
SELECT 'reviews.author_account_id.missing' AS check_id, 'reviews.author_account_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reviews AS t
WHERE t.author_account_id IS NULL LIMIT 100;

-- check: reviews.rating.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/review/field/rating
-- finds: rows without a value of rating
SELECT 'reviews.rating.missing' AS check_id, 'reviews.rating' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reviews AS t
WHERE t.rating IS NULL LIMIT 100;

-- check: reviews.body.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/review/field/body
-- finds: rows without a value of body
SELECT 'reviews.body.missing' AS check_id, 'reviews.body' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reviews AS t
WHERE t.body IS NULL LIMIT 100;

-- check: reviews.created_at.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/review/field/created-at
-- finds: rows without a value of created_at
SELECT 'reviews.created_at.missing' AS check_id, 'reviews.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reviews AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: reviews.updated_at.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/review/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'reviews.updated_at.missing' AS check_id, 'reviews.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM reviews AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: reviews.id.duplicate   severity: error   phase: always   limit: 100
-- on: catalogue/entity/review
-- finds: values of id that stand twice
SELECT 'reviews.id.duplicate' AS check_id, 'reviews.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM reviews AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: reviews.product_id_author_account_id.duplicate   severity: error   phase: always   limit: 100
-- on: catalogue/entity/review/key/unique-product-id-author-account-id
-- finds: values of product_id, author_account_id that stand twice
SELECT 'reviews.product_id_author_account_id.duplicate' AS check_id, 'reviews.product_id+author_account_id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM reviews AS t
WHERE t.product_id IS NOT NULL AND t.author_account_id IS NOT NULL
GROUP BY t.product_id, t.author_account_id HAVING COUNT(*) > 1 LIMIT 100;

-- check: reviews.product_id.orphan   severity: error   phase: always   limit: 100
-- on: catalogue/entity/review/relation/product
-- finds: rows whose product_id is in no row of products
SELECT 'reviews.product_id.orphan' AS check_id, 'reviews.product_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.product_id AS text) AS detail
FROM reviews AS t
LEFT JOIN products AS p ON p.id = t.product_id
WHERE t.product_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: reviews.body.forbidden   severity: error   phase: always   limit: 100
-- on: catalogue/entity/review/field/body
-- finds: values of body that reviews_body_check forbids
SELECT 'reviews.body.forbidden' AS check_id, 'reviews.body' AS object, CAST(t.id AS text) AS row_key, CAST(char_length(t.body) AS text) AS detail
FROM reviews AS t
WHERE NOT (char_length(t.body) <= 5000) LIMIT 100;

-- check: reviews.rating.forbidden   severity: error   phase: always   limit: 100
-- on: catalogue/entity/review/field/rating
-- finds: values of rating that reviews_rating_check forbids
SELECT 'reviews.rating.forbidden' AS check_id, 'reviews.rating' AS object, CAST(t.id AS text) AS row_key, CAST(t.rating AS text) AS detail
FROM reviews AS t
WHERE NOT (t.rating >= 1 AND t.rating <= 5) LIMIT 100;

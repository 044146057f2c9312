-- Context: Payments (payments). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: refunds.id.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/refund/field/id
-- finds: rows without a value of id
SELECT 'refunds.id.missing' AS check_id, 'refunds.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM refunds AS t
WHERE t.id IS NULL LIMIT 100;

-- check: refunds.order_id.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/refund/field/order-id
-- finds: rows without a value of order_id
SELECT 'refunds.order_id.missing' AS check_id, 'refunds.order_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM refunds AS t
WHERE t.order_id IS NULL LIMIT 100;

-- check: refunds.payment_id.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/refund/field/payment-id
-- finds: rows without a value of payment_id
SELECT 'refunds.payment_id.missing' AS check_id, 'refunds.payment_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM refunds AS t
WHERE t.payment_id IS NULL LIMIT 100;

-- check: refunds.amount.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/refund/field/amount
-- finds: rows without a value of amount
SELECT 'refunds.amount.missing' AS check_id, 'refunds.amount' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM refunds AS t
WHERE t.amount IS NULL LIMIT 100;

-- check: refunds.created_at.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/refund/field/created-at
-- finds: rows without a value of created_at
SELECT 'refunds.created_at.missing' AS check_id, 'refunds.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM refunds AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: refunds.updated_at.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/refund/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'refunds.updated_at.missing' AS check_id, 'refunds.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM refunds AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: refunds.id.duplicate   severity: error   phase: always   limit: 100
-- on: payments/entity/refund
-- finds: values of id that stand twice
SELECT 'refunds.id.duplicate' AS check_id, 'refunds.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM refunds AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: refunds.payment_id.orphan   severity: error   phase: always   limit: 100
-- on: payments/entity/refund/relation/payment
-- finds: rows whose payment_id is in no row of payments
SELECT 'refunds.payment_id.orphan' AS check_id, 'refunds.payment_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.payment_id AS text) AS detail
FROM refunds AS t
LEFT JOIN payments AS p ON p.id = t.payment_id
WHERE t.payment_id IS NOT NULL AND p.id IS NULL LIMIT 100;

-- check: refunds.amount.forbidden   severity: error   phase: always   limit: 100
-- on: payments/entity/refund/field/amount
-- finds: values of amount that refunds_amount_check forbids
SELECT 'refunds.amount.forbidden' AS check_id, 'refunds.amount' AS object, CAST(t.id AS text) AS row_key, CAST(t.amount AS text) AS detail
FROM refunds AS t
WHERE NOT (t.amount >= 0) LIMIT 100;

-- check: refunds.reason.forbidden   severity: error   phase: always   limit: 100
-- on: payments/entity/refund/field/reason
-- finds: values of reason that refunds_reason_check forbids
SELECT 'refunds.reason.forbidden' AS check_id, 'refunds.reason' AS object, CAST(t.id AS text) AS row_key, CAST(char_length(t.reason) AS text) AS detail
FROM refunds AS t
WHERE NOT (char_length(t.reason) <= 5000) LIMIT 100;

-- check: refunds.amount.forbidden_2   severity: error   phase: always   limit: 100
-- on: payments/entity/refund/rule/amount-positive
-- finds: values of amount that refunds_amount_2_check forbids
SELECT 'refunds.amount.forbidden_2' AS check_id, 'refunds.amount' AS object, CAST(t.id AS text) AS row_key, CAST(t.amount AS text) AS detail
FROM refunds AS t
WHERE NOT (t.amount > 0) LIMIT 100;

import type { LifecyclePlan } from "../domain-model.ts";
import type { Pattern } from "../pattern.ts";

const PROVIDERS = ["Stripe", "PayPal", "Adyen", "Klarna", "Mollie", "Braintree"] as const;
const PAY =
  /\b(?:can|may|to|and|must) (?:\w+ly )?pay\b(?! attention)|\bmakes? (?:an? )?(?:online |card )?payments?\b|\bpays? (?:with|by|online|for)\b|\bcharged? (?:the |my |a )?(?:cards?|through|via|by|with)\b/i;
const CHARGED =
  /\bcharged? (?:through|via|by|with)\b|\bcharge (?:the|a) (?:card|customer|buyer|rider)\b|\bpay(?:s|ing)? for (?:an |the |my |a )?(?:orders?|bookings?|appointments?|rides?|trips?|parcels?|shipments?|subscriptions?)\b|\bpay(?:s|ing)? (?:with|by) (?:\w+ )?card\b|\bpay(?:s|ing)? (?:for )?(?:an? |the |my |their |his |her )?(?:[a-z]+ ){1,2}(?:by|with|through|via|using|online)\b|\b(?:fees?|invoices?|orders?|fines?|bills?) (?:is|are) paid (?:online|by|with|through|via)\b/i;
const REFUND =
  /\brefund(?:s|ed|ing)? (?:an |the |a |my )?(?:orders?|payments?|bookings?|rides?|customers?)\b|\b(?:want|gets?|receives?|request)s? (?:an? |my )?(?:full )?refund\b/i;
const PAYOUT =
  /\bpayouts?\b|\bpaid out\b|\bpays? (?:the )?(?:sellers?|drivers?|hosts?|creators?) out\b/i;
const SAVED_CARD =
  /\bsav(?:e|es|ed) (?:\w+ ){0,2}(?:cards?|payment methods?)\b|\bpayment methods?\b.*\b(?:add|remove|default|manage)|\b(?:add|remove|manage|default) (?:\w+ ){0,2}payment methods?\b/i;
const EVENT = "Receive payment event";

const settled = (how: string): LifecyclePlan => ({
  field: "status",
  initial: "pending",
  transitions: [
    { from: "pending", to: "succeeded", trigger: `${EVENT}: ${how}` },
    { from: "pending", to: "failed", trigger: `${EVENT}: declined` },
  ],
});
const lifecycle = (how: string) => ({
  ...settled(how),
  states: ["pending", "succeeded", "failed"],
  when: /./,
});
const positive = [{ id: "amount-positive", field: "amount", operator: "gt", value: 0 }] as const;
const reference = {
  name: "provider reference",
  essential: true,
  unique: true,
  overrides: { readOnly: true, samples: ["pay_3NqX5eLkd0a1b2c3"] },
} as const;
const currency = {
  name: "currency",
  when: /\bcurrenc(?:y|ies)\b|\b(?:EUR|USD|GBP|CHF)\b/,
} as const;

export const paymentsPattern: Pattern = {
  priority: 40,
  context: {
    id: "payments",
    name: "Payments",
    purpose: "Owns what is charged, given back and paid out, and what the provider says of it.",
    classification: "supporting",
  },
  entities: [
    {
      id: "payment",
      name: "Payment",
      description: "One charge at the payment provider; it counts once the provider confirms it.",
      names: ["payment", "card payment", "online payment"],
      impliedBy: CHARGED,
      fields: [{ name: "amount", essential: true }, currency, reference],
      references: [
        { to: "order", required: true },
        { to: "booking", required: false },
        { to: "account", role: "payer account", required: true, when: PAY },
      ],
      rules: positive,
      lifecycle: lifecycle("succeeded"),
      rowsPerUser: 5,
    },
    {
      id: "refund",
      name: "Refund",
      description: "Money given back of one payment.",
      names: ["refund"],
      impliedBy: REFUND,
      needs: ["payment", "order"],
      fields: [
        { name: "amount", essential: true },
        { name: "reason", essential: true, overrides: { nullable: true } },
      ],
      references: [
        { to: "order", required: true },
        { to: "payment", required: true },
      ],
      rules: positive,
      lifecycle: {
        ...lifecycle("refunded"),
        when: /\brefund\w* (?:\w+ ){0,6}(?:status|fail\w*|pending)\b/i,
      },
      rowsPerUser: 0.05,
    },
    {
      id: "payout",
      name: "Payout",
      description: "What was earned, sent to the bank account of the one who earned it.",
      names: ["payout", "seller payout"],
      impliedBy: PAYOUT,
      fields: [{ name: "amount", essential: true }, currency, reference],
      references: [{ to: "account", role: "payee account", required: true }],
      rules: positive,
      lifecycle: lifecycle("paid out"),
      rowsPerUser: 0.2,
    },
    {
      id: "payment-method",
      name: "Payment method",
      description: "A card or account that is kept at the provider; only its token is held here.",
      names: ["payment method", "saved card"],
      impliedBy: SAVED_CARD,
      evidence: SAVED_CARD,
      needs: ["payment"],
      fields: [
        {
          name: "provider token",
          essential: true,
          unique: true,
          overrides: {
            readOnly: false,
            classification: "sensitive",
            samples: ["pm_1NqX5eLkd0a1b2"],
          },
        },
        {
          name: "label",
          essential: true,
          overrides: { maxLength: 60, samples: ["Visa ending in 4242"] },
        },
      ],
      references: [{ to: "account", required: true, owned: true }],
      rowsPerUser: 1,
    },
    {
      id: "payment-event",
      name: "Payment event",
      description:
        "What the provider reported, kept once for each id so that a repeat changes nothing.",
      names: ["payment event"],
      impliedBy:
        /\bcharged? (?:through|via|by|with)\b|\b(?:Stripe|PayPal|Adyen|Klarna|Mollie|Braintree)\b|\bpayment (?:provider|gateway|service provider|webhook)\b/,
      needs: ["payment", "payout"],
      fields: [
        {
          name: "provider event id",
          essential: true,
          unique: true,
          overrides: { samples: ["evt_1NqX5eLkd0"] },
        },
        {
          name: "event type",
          essential: true,
          overrides: { maxLength: 80, samples: ["payment.succeeded"] },
        },
        { name: "payload", essential: true, overrides: { type: "json", samples: [] } },
        { name: "processed at", essential: true, overrides: { nullable: true, readOnly: true } },
      ],
      references: [{ to: "payment", required: false }],
      rowsPerUser: 8,
    },
  ],
  operations: [
    {
      id: "receive-payment-event",
      name: EVENT,
      description:
        "The provider reports that a payment, refund or payout succeeded or failed. The signature is verified over the raw body before anything is read; an event that is known already is answered and not applied again.",
      entity: "payment-event",
      when: /\bcharged?\b|\bpay(?:s|ing|ments?|outs?)?\b/i,
      claims: /^(?:receive|confirm|report|process) (?:payment event|payment webhook)/,
      shape: "command",
      http: { method: "post", path: "/webhooks/{provider}", status: 202 },
      accepts: ["provider-event-id", "event-type", "payload"],
      headers: [
        {
          name: "{provider}-signature",
          type: "string",
          maxLength: 500,
          required: true,
          samples: ["t=1767225600,v1=5257a869e7ec"],
        },
      ],
      provider: { known: PROVIDERS, otherwise: "payment provider" },
      idempotency: {
        mode: "natural",
        reason: "The provider's event id is unique: a repeat is answered and changes nothing.",
      },
      publicReason:
        "The provider has no account here; its proof is the signature of the body with the shared secret, not older than 5 minutes.",
    },
    {
      id: "create-payment",
      name: "Create payment",
      description: "Starts a charge at the provider; the outcome is reported by its webhook.",
      entity: "payment",
      when: PAY,
      claims: /^(?:pay|make) (?:\w+ ){0,3}(?:payment|order|booking|ride|trip|card)|^pay\b/,
      shape: "create",
      http: { method: "post", path: "/payments", status: 201 },
    },
    {
      id: "refund-order",
      name: "Refund order",
      description: "Gives the money of an order back.",
      entity: "refund",
      when: /\brefund(?:s|ed|ing)? (?:an |the |a )?orders?\b/i,
      claims: /^refund (?:\w+ )?order/,
      shape: "create",
      http: { method: "post", path: "/orders/{orderId}/refunds", status: 201 },
      accepts: ["amount", "reason"],
    },
    {
      id: "refund-payment",
      name: "Refund payment",
      description: "Gives the money of a payment back, in whole or in part.",
      entity: "refund",
      when: /\brefund(?:s|ed|ing)? (?:an |the |a )?(?:payments?|bookings?|rides?|customers?)\b/i,
      claims: /^refund/,
      shape: "create",
      http: { method: "post", path: "/payments/{paymentId}/refunds", status: 201 },
      accepts: ["amount", "reason"],
    },
  ],
  events: [
    {
      id: "payment-succeeded",
      name: "Payment succeeded",
      description: "The provider confirmed a charge.",
      entity: "payment",
      when: CHARGED,
      consumers: ["ordering", "scheduling"],
    },
  ],
  needs: [],
  providers: [
    {
      id: "payment-provider",
      name: "Payment provider",
      description: "Payment provider: charges and refunds; which one is not said.",
      when: /\bpayment (?:provider|gateway|service provider)\b|\bpay(?:s|ing)? (?:with|by) (?:\w+ )?card\b/i,
      named: /payment/i,
    },
  ],
};

import type { Pattern } from "../pattern.ts";

const SHIPPED =
  /\b(?:mark\w* (?:an |the )?orders? as shipped|ships? (?:an |the )?orders?|orders? (?:is|are|was) shipped)\b/i;
const CART_CHANGE =
  /\badd\w* (?:\w+ ){0,3}to (?:my |the |a )?(?:shopping )?(?:cart|basket)\b|\bchange (?:the )?quantit/i;

export const orderingPattern: Pattern = {
  priority: 30,
  context: {
    id: "ordering",
    name: "Ordering",
    purpose: "Owns what is bought: carts, orders and how far they have come.",
    classification: "core",
  },
  entities: [
    {
      id: "cart",
      name: "Cart",
      description: "What one buyer means to order.",
      names: ["cart", "shopping cart", "basket", "shopping basket"],
      keepsWord: ["shopping cart"],
      fields: [],
      references: [{ to: "account", role: "buyer account", required: true, one: true }],
      rowsPerUser: 0.3,
    },
    {
      id: "cart-line",
      name: "Cart line",
      description: "One product in a cart and how many of it.",
      names: ["cart line", "cart item", "basket item"],
      impliedBy: /\b(?:cart|basket)\b/i,
      needs: ["cart"],
      fields: [{ name: "quantity", essential: true, overrides: { minimum: 1 } }],
      references: [
        { to: "cart", required: true, owned: true },
        { to: "product", required: true },
      ],
      uniqueKeys: [["cart-id", "product-id"]],
      rules: [{ id: "quantity-positive", field: "quantity", operator: "gt", value: 0 }],
      rowsPerUser: 0.6,
    },
    {
      id: "order",
      name: "Order",
      description: "A promise to pay for what was put together, and to ship it.",
      names: ["order", "purchase order", "customer order"],
      keepsWord: ["purchase order"],
      evidence:
        /\b(?:plac|cancel|refund|ship|creat|track|see|view|return|pay for|manag)\w*\s+(?:\w+\s+){0,2}?orders?\b|\border (?:number|lines?|status|history|has\b)|\bin one order\b|\bpay\w* (?:for )?(?:an|my|the|each) orders?\b|\borders? (?:is|are|was|must be) \w+ed\b/i,
      fields: [
        { name: "order number", unique: true, essential: true, overrides: { readOnly: true } },
        {
          name: "total",
          essential: true,
          synonyms: ["total price", "total amount"],
          overrides: { readOnly: true },
        },
        { name: "currency", when: /\bcurrenc(?:y|ies)\b/i },
        { name: "shipping address", when: /\b(?:shipping|delivery) address\b/i },
        {
          name: "tracking number",
          when: /\btracking (?:number|code|id)\b/i,
          overrides: { nullable: true },
        },
      ],
      references: [{ to: "account", role: "buyer account", required: true }],
      rules: [{ id: "total-not-negative", field: "total", operator: "gte", value: 0 }],
      rowsPerUser: 5,
    },
    {
      id: "order-line",
      name: "Order line",
      description: "One product of an order with the quantity and the price that was agreed.",
      names: ["order line", "order item", "line item"],
      impliedBy:
        /\b(?:products?|items?)\b[^.]*\b(?:to|from|of|in) (?:my |an? |the |their )?(?:\w+ )?orders?\b|\border (?:contains?|has|includes?|with)\b[^.]*\b(?:products?|items?)\b/i,
      needs: ["order"],
      fields: [
        { name: "quantity", essential: true, overrides: { minimum: 1 } },
        { name: "unit price", essential: true, synonyms: ["price"], overrides: { readOnly: true } },
      ],
      references: [
        { to: "order", required: true, owned: true },
        { to: "product", required: true },
      ],
      uniqueKeys: [["order-id", "product-id"]],
      rules: [
        { id: "quantity-positive", field: "quantity", operator: "gt", value: 0 },
        { id: "unit-price-not-negative", field: "unit-price", operator: "gte", value: 0 },
      ],
      rowsPerUser: 12,
    },
    {
      id: "stock-reservation",
      name: "Stock reservation",
      description:
        "Pieces of a product that are held for an order until it is shipped or cancelled.",
      names: ["stock reservation", "reservation of stock"],
      impliedBy: /\bstock\b[^.]*\breserved?\b|\breserv\w* (?:the )?stock\b/i,
      needs: ["order"],
      fields: [
        { name: "quantity", essential: true, overrides: { minimum: 1 } },
        { name: "released at", essential: true, overrides: { nullable: true, readOnly: true } },
      ],
      references: [{ to: "order-line", required: true, one: true, owned: true }],
      rules: [{ id: "quantity-positive", field: "quantity", operator: "gt", value: 0 }],
      rowsPerUser: 12,
    },
  ],
  operations: [
    {
      id: "get-cart",
      name: "Get cart",
      description: "Returns the caller's cart.",
      entity: "cart",
      when: CART_CHANGE,
      claims: /^(?:see|view|get|show) (?:\w+ )?(?:cart|basket)/,
      shape: "read",
      http: { method: "get", path: "/cart", status: 200 },
      own: true,
    },
    {
      id: "set-cart-line",
      name: "Set cart line",
      description: "Puts a product into the caller's cart, or changes how many of it.",
      entity: "cart-line",
      when: CART_CHANGE,
      claims:
        /^(?:add (?:\w+ )?(?:product|item|cart|basket)|change (?:the )?quantity|update (?:\w+ )?(?:cart|quantity))/,
      shape: "command",
      http: { method: "put", path: "/cart/lines/{productId}", status: 200 },
      accepts: ["quantity"],
      own: true,
    },
    {
      id: "remove-cart-line",
      name: "Remove cart line",
      description: "Takes a product out of the caller's cart.",
      entity: "cart-line",
      when: CART_CHANGE,
      claims: /^(?:remove|delete) (?:\w+ )?(?:cart|item from cart)/,
      shape: "delete",
      http: { method: "delete", path: "/cart/lines/{productId}", status: 204 },
      own: true,
    },
    {
      id: "place-order",
      name: "Place order",
      description:
        "Turns the caller's cart into an order, reserves the stock and starts the payment.",
      entity: "order",
      when: /\bplac(?:e|es|ing) (?:an |the )?orders?\b|\bcheck ?out\b/i,
      claims: /^(?:place|create|submit|make) (?:\w+ )?order|^check ?out|^order\b/,
      shape: "create",
      http: { method: "post", path: "/orders", status: 201 },
      accepts: ["shipping-address", "currency"],
      own: true,
    },
    {
      id: "ship-order",
      name: "Ship order",
      description: "Marks an order as shipped.",
      entity: "order",
      when: SHIPPED,
      claims: /^(?:mark|ship) (?:\w+ )?order/,
      shape: "command",
      http: { method: "post", path: "/orders/{orderId}/ship", status: 200 },
      accepts: ["tracking-number"],
    },
  ],
  events: [
    {
      id: "order-placed",
      name: "Order placed",
      description: "An order was placed and its stock reserved.",
      entity: "order",
      when: /\bplac(?:e|es|ed|ing) (?:an |the )?orders?\b|\border is placed\b/i,
      consumers: ["catalogue", "payments"],
    },
    {
      id: "order-cancelled",
      name: "Order cancelled",
      description: "An order was cancelled; what was reserved for it is free again.",
      entity: "order",
      when: /\bcancel\w* (?:an |the |my )?orders?\b|\border is cancelled\b/i,
      consumers: ["catalogue", "payments"],
    },
    {
      id: "order-shipped",
      name: "Order shipped",
      description: "An order left the seller.",
      entity: "order",
      when: SHIPPED,
      consumers: [],
    },
  ],
  needs: [],
};

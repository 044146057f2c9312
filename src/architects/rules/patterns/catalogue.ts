import type { Pattern } from "../pattern.ts";

const PUBLIC = "What is for sale is shown to everybody, with or without an account.";

export const cataloguePattern: Pattern = {
  priority: 20,
  context: {
    id: "catalogue",
    name: "Catalogue",
    purpose: "Owns what is offered: how it is described, sorted, found and how much is left.",
    classification: "core",
  },
  entities: [
    {
      publicReads: PUBLIC,
      id: "shop",
      name: "Shop",
      description: "The place under which one seller offers products.",
      names: ["shop", "seller shop", "store front", "storefront"],
      evidence:
        /\b(?:open|create|run|manage|set up|edit|suspend|follow|browse)s? (?:an? |my |the |their )?(?:\w+ )?shops?\b|\bshops? (?:has|have|belongs?|with)\b|\bto (?:one|a) shop\b|\bstore ?fronts?\b/i,
      fields: [
        { name: "name", essential: true },
        { name: "slug", unique: true },
        { name: "description" },
      ],
      references: [{ to: "account", role: "owner account", required: true }],
      rowsPerUser: 0.02,
    },
    {
      publicReads: PUBLIC,
      id: "product",
      name: "Product",
      description: "Something that is offered for sale.",
      names: ["product", "handmade good"],
      evidence:
        /\bproducts\b|(?<!\bas )\b(?:an?|the|each|every|new|one|this|per) (?:\w+ )?product\b(?! (?:team|manager|owner))/i,
      fields: [
        { name: "title", essential: true, synonyms: ["name", "product name"] },
        { name: "description" },
        { name: "price", essential: true },
        { name: "currency", when: /\bcurrenc(?:y|ies)\b/i },
        {
          name: "stock quantity",
          synonyms: ["stock", "quantity", "inventory", "stock level"],
          when: /\b(?:stock|inventory)\b/i,
          overrides: { default: 0 },
        },
      ],
      references: [
        { to: "category", required: true, when: /\bcategor(?:y|ies)\b/i },
        { to: "shop", required: true },
      ],
      rules: [{ id: "price-not-negative", field: "price", operator: "gte", value: 0 }],
      rowsPerUser: 0.1,
    },
    {
      publicReads: PUBLIC,
      id: "category",
      name: "Category",
      description: "A branch of the tree that products are sorted into.",
      names: ["category", "product category"],
      needs: ["product"],
      fields: [
        { name: "name", essential: true },
        { name: "slug", unique: true },
      ],
      references: [
        { to: "category", role: "parent", required: false, when: /\bparent\b|\bsub-?categor/i },
      ],
      rowsPerUser: 0.0001,
    },
    {
      publicReads: PUBLIC,
      id: "review",
      name: "Review",
      description: "What one buyer thinks of one product.",
      names: ["review", "product review", "rating"],
      // "in review" is a state.
      evidence:
        /\b(?<!\bin )(?:reviews|ratings)\b|\b(?:an?|the|my|his|her|their|product|customer) (?:\w+ )?(?:review|rating)\b|\brates? (?:an?|the|each|products?)\b/i,
      needs: ["product"],
      fields: [
        { name: "rating", essential: true },
        { name: "body", essential: true, synonyms: ["text", "comment", "content"] },
      ],
      references: [
        { to: "product", required: true, owned: true },
        { to: "account", role: "author account", required: true },
      ],
      uniqueKeys: [["product-id", "author-account-id"]],
      rowsPerUser: 0.5,
    },
  ],
  operations: [
    {
      id: "set-product-stock",
      name: "Set product stock",
      description: "Replaces the number of pieces that can be sold.",
      entity: "product",
      when: /\b(?:set|update|adjust|change)\w* (?:the )?(?:stock|inventory)\b/i,
      claims: /^(?:set|update|adjust|change) (?:the )?(?:stock|inventory)/,
      shape: "command",
      http: { method: "put", path: "/products/{productId}/stock", status: 200 },
      accepts: ["stock-quantity"],
    },
    {
      id: "write-review",
      name: "Write review",
      description: "Adds the caller's review of a product; one for each product and author.",
      entity: "review",
      when: /\b(?:write|post|leave|add|give|submit)s? (?:an? )?(?:\w+ )?(?:review|rating)s?\b|\brate (?:a |the )?products?\b/i,
      claims: /^(?:write|post|leave|add|give|submit|create) (?:\w+ )?(?:review|rating)|^rate/,
      shape: "create",
      http: { method: "post", path: "/products/{productId}/reviews", status: 201 },
    },
    {
      id: "list-reviews",
      name: "List reviews",
      description: "Pages through the reviews of a product, newest first.",
      entity: "review",
      when: /\b(?:review|rating)s?\b.*\b(?:trust|see|read|browse)|\b(?:see|read|browse|view)\b.*\b(?:review|rating)s?\b/i,
      claims: /^(?:see|read|browse|view|list) (?:\w+ )?(?:review|rating)/,
      shape: "list",
      http: { method: "get", path: "/products/{productId}/reviews", status: 200 },
      publicReason: "Reviews are published with the product.",
    },
  ],
  events: [
    {
      id: "product-changed",
      name: "Product changed",
      description: "A product was created, changed or archived; the search index follows it.",
      entity: "product",
      when: /\bsearch\w* (?:for )?(?:\w+ )?products?\b/i,
      consumers: [],
    },
  ],
  needs: [
    {
      store: "search",
      reason: "Products are searched by words, over more rows than a table scan can rank in time.",
      when: /\bsearch\w* (?:for )?(?:\w+ )?(?:products?|catalogue|catalog)\b/i,
    },
  ],
};

import type { ContextInput } from "./system-input.ts";

export const catalogueSchemas: ContextInput["schemas"] = [
  {
    id: "book",
    name: "Book",
    description: "A book as clients see it.",
    purpose: "read",
    entity: "book",
    properties: [
      { id: "id", field: "id", required: true },
      { id: "title", field: "title", required: true },
      { id: "isbn", field: "isbn", required: false },
      { id: "published", field: "published", required: false },
      { id: "language", field: "language", required: true },
      { id: "subject-id", field: "subject-id", required: true },
      {
        id: "available-copies",
        name: "availableCopies",
        type: "integer",
        required: true,
        minimum: 0,
      },
      { id: "created-at", field: "created-at", required: true },
    ],
  },
  {
    id: "new-book",
    name: "New book",
    description: "What a librarian gives to create a book.",
    purpose: "create",
    entity: "book",
    properties: [
      { id: "title", field: "title", required: true },
      { id: "isbn", field: "isbn", required: false },
      { id: "published", field: "published", required: false },
      { id: "language", field: "language", required: false },
      { id: "subject-id", field: "subject-id", required: true },
    ],
  },
  {
    id: "book-changes",
    name: "Book changes",
    description: "What a librarian may change.",
    purpose: "update",
    entity: "book",
    properties: [
      { id: "title", field: "title", required: false },
      { id: "language", field: "language", required: false },
      { id: "subject-id", field: "subject-id", required: false },
    ],
  },
  {
    id: "copy",
    name: "Copy",
    description: "A copy with its book.",
    purpose: "read",
    entity: "copy",
    properties: [
      { id: "id", field: "id", required: true },
      { id: "barcode", field: "barcode", required: true },
      { id: "state", field: "state", required: true },
      { id: "price", field: "price", required: true },
      { id: "book", name: "book", schema: "book", required: true },
    ],
  },
  {
    id: "availability",
    name: "Availability",
    description: "Whether a copy can be borrowed now.",
    purpose: "other",
    properties: [
      { id: "available", name: "available", type: "boolean", required: true },
      {
        id: "reasons",
        name: "reasons",
        type: "string",
        many: true,
        required: false,
        maxLength: 200,
      },
    ],
  },
];

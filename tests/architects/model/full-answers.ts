const plainField = {
  nullable: false,
  default: "",
  classification: "internal",
  enumValues: [],
  samples: [],
  readOnly: true,
  assumed: false,
};
const branchId = { ...plainField, id: "branch-id", name: "Branch id", type: "uuid" };
const number = (id: string) => ({
  ...plainField,
  id,
  name: id,
  type: "decimal",
  precision: 12,
  scale: 2,
  samples: ["1.5"],
});
const rows = {
  history: false,
  rows: 1_000,
  rowsFrom: "",
  rowsReason: "A guess.",
  reqs: ["borrow-copies"],
};

/** What a model answers about `lending` when it says everything that can be said of tables. */
export const entities: readonly object[] = [
  {
    id: "member",
    name: "Member",
    description: "A person with a library card.",
    store: "library-db",
    fields: [
      { ...plainField, id: "id", name: "Id", type: "uuid", default: "uuid()" },
      branchId,
      { ...text("email", 254), format: "email", samples: ["ada@example.com"] },
      { ...text("email-key", 254), formula: "lower(email)" },
      text("first-name", 60),
      text("last-name", 60),
      { ...text("full-name", 121), formula: "first-name || last-name" },
      { ...text("password-hash", 200), classification: "secret" },
      { ...plainField, id: "active", name: "Active", type: "boolean", default: "true" },
      { ...moment("joined-at"), default: "now()" },
      { ...moment("deleted-at"), nullable: true },
      { ...plainField, id: "version", name: "Version", type: "integer", default: "1" },
    ],
    primaryKey: ["id"],
    uniqueKeys: ["branch-id, email-key"],
    indexes: [
      "branch-id, last-name, joined-at desc where deleted-at is empty: the living: by name",
      "fresh = unique branch-id, first-name where active = true: one active of a name",
    ],
    rules: [],
    tenant: "branch-id",
    deleted: "deleted-at",
    version: "version",
    ...rows,
    history: true,
  },
  {
    id: "loan",
    name: "Loan",
    description: "A member has a copy until it is returned.",
    store: "library-db",
    fields: [
      { ...plainField, id: "id", name: "Id", type: "uuid", default: "uuid()" },
      { ...plainField, id: "member-id", name: "Member id", type: "uuid" },
      { ...plainField, id: "copy-id", name: "Copy id", type: "uuid" },
      {
        ...plainField,
        id: "state",
        name: "State",
        type: "enum",
        enumValues: ["running", "it's: late", "returned"],
        default: "running",
      },
      moment("started-at"),
      moment("due-at"),
      { ...moment("returned-at"), nullable: true },
      { ...number("fine"), nullable: true },
      number("daily"),
      { ...number("twice"), formula: "daily + daily" },
    ],
    primaryKey: ["id", "started-at"],
    uniqueKeys: ["copy-id, started-at"],
    relations: [relation("member", "member-id", "member")],
    indexes: [
      "member-id, started-at desc: loans of a member, newest first",
      "due-at where state = 'it''s: late': what is late",
    ],
    partitioning: "range on started-at by month: old months are dropped",
    retentionDays: 730,
    ...rows,
  },
  {
    id: "remark",
    name: "Remark",
    description: "What was said about a loan.",
    store: "library-db",
    fields: [
      { ...plainField, id: "id", name: "Id", type: "uuid", default: "uuid()" },
      { ...plainField, id: "loan-id", name: "Loan id", type: "uuid" },
      moment("loan-started-at"),
    ],
    primaryKey: ["id"],
    relations: [relation("loan", "loan-id, loan-started-at", "loan")],
    indexes: ["loan-id, loan-started-at: remarks of a loan"],
    ...rows,
  },
  {
    id: "loan-fact",
    name: "Loan fact",
    description: "Loans for analysis.",
    store: "warehouse",
    fields: [
      { ...plainField, id: "id", name: "Id", type: "uuid" },
      { ...moment("started-at"), samples: ["2026-03-01T09:30:00Z"] },
    ],
    primaryKey: ["id"],
    analytics: "Fact: one loan, when it starts",
    ...rows,
  },
];

export const behaviour = {
  consistency: [
    {
      id: "loan-and-copy",
      name: "Loan and copy",
      contexts: ["lending", "catalogue"],
      pattern: "saga",
      description: "The copy is kept before the loan starts.",
      tables: ["outbox", "inbox", "saga", "outbox"],
      compensation: ["Let the copy go."],
      reqs: ["borrow-copies"],
    },
  ],
};

export const governance = {
  pipelines: [
    {
      id: "loans",
      name: "Loans to the warehouse",
      kind: "change-data-capture",
      source: "library-db lending/loan",
      sink: "warehouse lending/loan-fact",
      description: "Copies loans.",
      owner: "notification-worker",
      topic: "lending.loans",
      key: "copy-id",
      delivery: "Effectively-Once",
      windowType: "tumbling",
      windowSeconds: 60,
      latenessSeconds: 300,
      replaySeconds: 86_400,
      freshnessSeconds: 900,
      reqs: [],
    },
  ],
  retention: [
    {
      id: "messages",
      name: "Messages",
      entities: ["event-stream"],
      days: 7,
      action: "delete",
      reason: "Read again after a failure.",
      reqs: [],
    },
  ],
};

function text(id: string, maxLength: number): object {
  return { ...plainField, id, name: id, type: "string", maxLength, classification: "personal" };
}

function moment(id: string): object {
  return { ...plainField, id, name: id, type: "timestamp" };
}

export function relation(id: string, field: string, to: string): object {
  return { id, name: id, field, to, cardinality: "many-to-one", onDelete: "restrict" };
}

import { indexDesign } from "../../../src/design/design-index.ts";
import { personalInOpenResponseCheck } from "../../../src/checks/design/personal-in-open-response.ts";
import { unfitFollowUpCheck } from "../../../src/checks/design/unfit-follow-up.ts";
import { unservedSortCheck } from "../../../src/checks/design/unserved-sort.ts";
import { variantMismatchCheck } from "../../../src/checks/design/variant-mismatch.ts";
import type { DesignCheck } from "../../../src/checks/design-check.ts";
import type { Design } from "../../../src/design/design.ts";
import { invalid, valid } from "../../support/cases.ts";
import { contextOf, editDesign, operationOf, schemaOf } from "../../support/edit-design.ts";
import type { Editable } from "../../support/edit-design.ts";

function found(check: DesignCheck, edit: (design: Editable<Design>) => void) {
  const design = editDesign(edit);
  return check.check(design, indexDesign(design));
}

type Property = Editable<Design>["contexts"][number]["schemas"][number]["properties"][number];

const kindOf = (value: string, required = true): Property => ({
  id: "kind",
  name: "kind",
  type: "enum",
  enumValues: [value],
  many: false,
  required,
  samples: [],
});

/** A payment by card or by bank; `change` spoils it. */
function withUnion(design: Editable<Design>, change: (bank: Property, union: Property[]) => void) {
  const bank = kindOf("bank");
  const own: Property[] = [];
  change(bank, own);
  const base = { description: "How it is paid.", purpose: "other" as const };
  contextOf(design, "lending").schemas.push(
    { ...base, id: "card", name: "Card", properties: [kindOf("card")] },
    { ...base, id: "bank", name: "Bank", properties: [bank] },
    {
      ...base,
      id: "payment",
      name: "Payment",
      properties: own,
      variants: { discriminator: "kind", schemas: ["card", "bank"] },
    },
  );
}

valid("design/variant-mismatch", "each variant has a value of its own", () =>
  found(variantMismatchCheck, (design) => withUnion(design, () => {})),
);
invalid("design/variant-mismatch", "two have the same value", () =>
  found(variantMismatchCheck, (design) =>
    withUnion(design, (bank) => {
      bank.enumValues = ["card"];
    }),
  ),
);
invalid("design/variant-mismatch", "one may leave it out", () =>
  found(variantMismatchCheck, (design) =>
    withUnion(design, (bank) => {
      bank.required = false;
    }),
  ),
);
invalid("design/variant-mismatch", "one takes any value", () =>
  found(variantMismatchCheck, (design) =>
    withUnion(design, (bank) => {
      bank.type = "string";
      delete bank.enumValues;
    }),
  ),
);
invalid("design/variant-mismatch", "the union has a property", () =>
  found(variantMismatchCheck, (design) =>
    withUnion(design, (_, union) => {
      union.push(kindOf("card"));
    }),
  ),
);
invalid("design/variant-mismatch", "what holds the union may be null", () =>
  found(variantMismatchCheck, (design) => {
    withUnion(design, () => {});
    schemaOf(design, "lending/loan").properties.push({
      id: "payment",
      schema: "payment",
      many: false,
      required: false,
      nullable: true,
      samples: [],
    });
  }),
);

const open = (design: Editable<Design>, id: string) => {
  operationOf(design, id).auth = { mechanisms: [], permissions: [], publicReason: "A test." };
};

valid("design/personal-in-open-response", "what was sent comes back", () =>
  found(personalInOpenResponseCheck, () => {}),
);
invalid("design/personal-in-open-response", "a body inside the body has it", () =>
  found(personalInOpenResponseCheck, (design) => {
    open(design, "lending/borrow-copy");
    schemaOf(design, "lending/loan").properties.push({
      id: "who",
      schema: "member",
      many: false,
      required: true,
      samples: [],
    });
  }),
);
valid("design/personal-in-open-response", "the property says why", () =>
  found(personalInOpenResponseCheck, (design) => {
    open(design, "lending/borrow-copy");
    for (const property of schemaOf(design, "lending/member").properties)
      property.disclosed = "Members publish under their names.";
    schemaOf(design, "lending/loan").properties.push({
      id: "who",
      schema: "member",
      many: false,
      required: true,
      samples: [],
    });
  }),
);

valid("design/unserved-sort", "an access pattern sorts by it", () =>
  found(unservedSortCheck, (design) => {
    const list = operationOf(design, "catalogue/list-books");
    if (list.response) list.response.sortable = ["title"];
    list.accessPatterns = [{ id: "sorted", entity: "book", filter: [], sort: ["title"] }];
  }),
);
invalid("design/unserved-sort", "it is only the second in the order", () =>
  found(unservedSortCheck, (design) => {
    const list = operationOf(design, "catalogue/list-books");
    if (list.response) list.response.sortable = ["title"];
    list.accessPatterns = [{ id: "sorted", entity: "book", filter: [], sort: ["id", "title"] }];
  }),
);

valid("design/unfit-follow-up", "a query follows, and a URL is there", () =>
  found(unfitFollowUpCheck, (design) => {
    later(design, 202, "list-books");
    register(design, true);
  }),
);
invalid("design/unfit-follow-up", "it is done at once", () =>
  found(unfitFollowUpCheck, (design) => later(design, 201, "list-books")),
);
invalid("design/unfit-follow-up", "what follows is no query", () =>
  found(unfitFollowUpCheck, (design) => later(design, 202, "create-book")),
);
invalid("design/unfit-follow-up", "the URL may be left out", () =>
  found(unfitFollowUpCheck, (design) => register(design, false)),
);

function later(design: Editable<Design>, status: 201 | 202, operation: string): void {
  const add = operationOf(design, "catalogue/create-book");
  if (add.http) add.http.status = status;
  add.progress = { operation, retryAfterSeconds: 5 };
}

function register(design: Editable<Design>, required: boolean): void {
  const add = operationOf(design, "catalogue/create-book");
  if (add.request === undefined) throw new Error("the sample adds books without a body");
  add.request.webhookUrl = "hookUrl";
  schemaOf(design, `catalogue/${add.request.schema}`).properties.push({
    id: "hook-url",
    name: "hookUrl",
    type: "string",
    format: "uri",
    many: false,
    required,
    samples: [],
  });
}

import { designDocuments } from "../../src/design/design-documents.ts";
import { loadDesign } from "../../src/design/load-design.ts";
import { invalid, valid } from "../support/cases.ts";
import { sampleDesign } from "../support/sample-design.ts";

const SYSTEM = "design/system.json";
const LENDING = "design/contexts/lending.json";

function load(edit: (documents: Map<string, string>) => void) {
  const documents = designDocuments(sampleDesign()).map(({ path, text }) => [path, text] as const);
  const edited = new Map(documents);
  edit(edited);
  return loadDesign(edited);
}

function replace(path: string, from: string | RegExp, to: string) {
  return load((documents) => documents.set(path, (documents.get(path) ?? "").replace(from, to)));
}

valid("design/invalid-value", "the sample as it is stored", () => load(() => {}));
valid("design/missing-document", "the sample as it is stored", () => load(() => {}));
valid("design/not-json", "the sample as it is stored", () => load(() => {}));
valid("design/stray-document", "the sample as it is stored", () => load(() => {}));
valid("design/unknown-design-version", "the sample as it is stored", () => load(() => {}));

invalid("design/invalid-value", "a number that is a text", () =>
  replace(SYSTEM, '"maximumLimit": 100', '"maximumLimit": "100"'),
);
invalid("design/invalid-value", "an unknown property", () =>
  replace(LENDING, '"context": "lending"', '"context": "lending", "__proto__x": 1'),
);
invalid("design/invalid-value", "an id that climbs out of the folder", () =>
  replace(SYSTEM, '"id": "lending"', '"id": "../lending"'),
);
valid("design/invalid-value", "another order of keys and other spaces", () =>
  load((documents) => {
    const parsed: unknown = JSON.parse(documents.get(LENDING) ?? "");
    const entries = Object.entries(parsed as object).reverse();
    documents.set(LENDING, JSON.stringify(Object.fromEntries(entries)));
  }),
);

invalid("design/missing-document", "no system document", () =>
  load((documents) => documents.delete(SYSTEM)),
);
invalid("design/missing-document", "no document of a context", () =>
  load((documents) => documents.delete(LENDING)),
);
valid("design/missing-document", "a document that is empty", () => replace(LENDING, /[^]*/, ""));

invalid("design/not-json", "an empty file", () => replace(LENDING, /[^]*/, ""));
invalid("design/not-json", "marks of a merge conflict", () =>
  replace(SYSTEM, '  "title"', '<<<<<<< HEAD\n  "title"'),
);
invalid("design/not-json", "a list", () => replace(LENDING, /[^]*/, "[]"));
valid("design/not-json", "JSON of the wrong form", () => replace(LENDING, /[^]*/, "{}"));

invalid("design/stray-document", "a context that is not listed", () =>
  load((documents) => documents.set("design/contexts/payments.json", "{}")),
);
valid("design/stray-document", "a context that is listed and broken", () =>
  replace(LENDING, "{", "{{"),
);

invalid("design/unknown-design-version", "a later version", () =>
  replace(SYSTEM, '"designVersion": 1', '"designVersion": 2'),
);
invalid("design/unknown-design-version", "no version", () =>
  replace(SYSTEM, '"designVersion": 1,', ""),
);
valid("design/unknown-design-version", "another package of the same version", () =>
  replace(SYSTEM, '"City library"', '"Town library"'),
);

import { unresolvedReferenceCheck } from "../../../src/checks/design/unresolved-reference.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/unresolved-reference", "the sample", () =>
  runCheck(unresolvedReferenceCheck, () => {}, []),
);

invalid("design/unresolved-reference", "a local id", () =>
  runCheck(
    unresolvedReferenceCheck,
    (design) => {
      entityOf(design, "lending/loan").store = "library-database";
    },
    ["lending/entity/loan"],
  ),
);

invalid("design/unresolved-reference", "a field of another entity", () =>
  runCheck(
    unresolvedReferenceCheck,
    (design) => {
      entityOf(design, "lending/loan").primaryKey = ["barcode"];
    },
    ["lending/entity/loan"],
  ),
);

invalid("design/unresolved-reference", "a qualified id in a context that exists", () =>
  runCheck(
    unresolvedReferenceCheck,
    (design) => {
      pick(design.system.caches, "book-pages").operations = ["lending/list-books"];
    },
    ["system/cache/book-pages"],
  ),
);

invalid("design/unresolved-reference", "the name of an inherited property", () =>
  runCheck(
    unresolvedReferenceCheck,
    (design) => {
      pick(design.system.events, "loan-started").producer = "constructor";
    },
    ["system/event/loan-started"],
  ),
);

valid("design/unresolved-reference", "the same id in the right context", () =>
  runCheck(
    unresolvedReferenceCheck,
    (design) => {
      pick(design.system.caches, "book-pages").operations = ["lending/list-loans"];
    },
    [],
  ),
);

import { unindexableFieldCheck } from "../../../src/checks/design/unindexable-field.ts";
import { invalid, valid } from "../../support/cases.ts";
import { fieldOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/unindexable-field", "the sample", () =>
  runCheck(unindexableFieldCheck, () => {}, []),
);

invalid("design/unindexable-field", "an index over text", () =>
  runCheck(
    unindexableFieldCheck,
    (design) => {
      fieldOf(design, "catalogue/book/title").type = "text";
    },
    ["catalogue/entity/book/index/by-subject", "catalogue/entity/book/index/by-title"],
  ),
);

invalid("design/unindexable-field", "a unique key over JSON", () =>
  runCheck(
    unindexableFieldCheck,
    (design) => {
      fieldOf(design, "lending/member/email").type = "json";
    },
    ["lending/entity/member/key/email"],
  ),
);

valid("design/unindexable-field", "text without an index", () =>
  runCheck(
    unindexableFieldCheck,
    (design) => {
      fieldOf(design, "lending/member/full-name").type = "text";
    },
    [],
  ),
);

import { relationTypeMismatchCheck } from "../../../src/checks/design/relation-type-mismatch.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, fieldOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/relation-type-mismatch", "the sample", () =>
  runCheck(relationTypeMismatchCheck, () => {}, []),
);

invalid("design/relation-type-mismatch", "another type", () =>
  runCheck(
    relationTypeMismatchCheck,
    (design) => {
      fieldOf(design, "lending/loan/member-id").type = "bigint";
    },
    ["lending/entity/loan/relation/member"],
  ),
);

invalid("design/relation-type-mismatch", "too short a string", () =>
  runCheck(
    relationTypeMismatchCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/loan/member-id"), { type: "string", maxLength: 10 });
      Object.assign(fieldOf(design, "lending/member/id"), { type: "string", maxLength: 36 });
    },
    ["lending/entity/loan/relation/member"],
  ),
);

invalid("design/relation-type-mismatch", "a key of two fields", () =>
  runCheck(
    relationTypeMismatchCheck,
    (design) => {
      entityOf(design, "lending/member").primaryKey = ["id", "email"];
    },
    ["lending/entity/loan/relation/member"],
  ),
);

valid("design/relation-type-mismatch", "a longer string", () =>
  runCheck(
    relationTypeMismatchCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/loan/member-id"), { type: "string", maxLength: 40 });
      Object.assign(fieldOf(design, "lending/member/id"), { type: "string", maxLength: 36 });
    },
    [],
  ),
);

import { nullablePrimaryKeyCheck } from "../../../src/checks/design/nullable-primary-key.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, fieldOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/nullable-primary-key", "the sample", () =>
  runCheck(nullablePrimaryKeyCheck, () => {}, []),
);

invalid("design/nullable-primary-key", "the id", () =>
  runCheck(
    nullablePrimaryKeyCheck,
    (design) => {
      fieldOf(design, "lending/loan/id").nullable = true;
    },
    ["lending/entity/loan/field/id"],
  ),
);

invalid("design/nullable-primary-key", "the second part", () =>
  runCheck(
    nullablePrimaryKeyCheck,
    (design) => {
      entityOf(design, "lending/loan").primaryKey = ["id", "fine"];
    },
    ["lending/entity/loan/field/fine"],
  ),
);

valid("design/nullable-primary-key", "another key", () =>
  runCheck(
    nullablePrimaryKeyCheck,
    (design) => {
      fieldOf(design, "catalogue/book/isbn").nullable = true;
    },
    [],
  ),
);

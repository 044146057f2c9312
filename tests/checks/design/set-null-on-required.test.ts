import { setNullOnRequiredCheck } from "../../../src/checks/design/set-null-on-required.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, fieldOf, pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/set-null-on-required", "the sample", () =>
  runCheck(setNullOnRequiredCheck, () => {}, []),
);

invalid("design/set-null-on-required", "a required field", () =>
  runCheck(
    setNullOnRequiredCheck,
    (design) => {
      pick(entityOf(design, "lending/loan").relations, "member").onDelete = "set-null";
    },
    ["lending/entity/loan/relation/member"],
  ),
);

valid("design/set-null-on-required", "a nullable field", () =>
  runCheck(
    setNullOnRequiredCheck,
    (design) => {
      pick(entityOf(design, "lending/loan").relations, "member").onDelete = "set-null";
      fieldOf(design, "lending/loan/member-id").nullable = true;
    },
    [],
  ),
);

import { unfitMarkCheck } from "../../../src/checks/design/unfit-mark.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, fieldOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/unfit-mark", "the sample", () => runCheck(unfitMarkCheck, () => {}, []));

invalid("design/unfit-mark", "a time of deletion that is always there", () =>
  runCheck(
    unfitMarkCheck,
    (design) => {
      entityOf(design, "lending/loan").softDelete = "started-at";
      fieldOf(design, "lending/loan/started-at").nullable = false;
    },
    ["lending/entity/loan/field/started-at"],
  ),
);

invalid("design/unfit-mark", "a version that is a time", () =>
  runCheck(
    unfitMarkCheck,
    (design) => {
      entityOf(design, "lending/loan").versionField = "started-at";
    },
    ["lending/entity/loan/field/started-at"],
  ),
);

invalid("design/unfit-mark", "a tenant that may be missing", () =>
  runCheck(
    unfitMarkCheck,
    (design) => {
      entityOf(design, "lending/loan").tenantKey = "member-id";
      fieldOf(design, "lending/loan/member-id").nullable = true;
    },
    ["lending/entity/loan/field/member-id"],
  ),
);

valid("design/unfit-mark", "marks that fit", () =>
  runCheck(
    unfitMarkCheck,
    (design) => {
      const loan = entityOf(design, "lending/loan");
      loan.tenantKey = "member-id";
      loan.softDelete = "started-at";
      const field = fieldOf(design, "lending/loan/started-at");
      field.type = "timestamp";
      field.nullable = true;
      delete field.default;
    },
    [],
  ),
);

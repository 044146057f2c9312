import { invalidDefaultCheck } from "../../../src/checks/design/invalid-default.ts";
import { invalid, valid } from "../../support/cases.ts";
import { fieldOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/invalid-default", "the sample", () => runCheck(invalidDefaultCheck, () => {}, []));

invalid("design/invalid-default", "outside the enum", () =>
  runCheck(
    invalidDefaultCheck,
    (design) => {
      fieldOf(design, "catalogue/book/language").default = "es";
    },
    ["catalogue/entity/book/field/language"],
  ),
);

invalid("design/invalid-default", "below the minimum", () =>
  runCheck(
    invalidDefaultCheck,
    (design) => {
      fieldOf(design, "catalogue/copy/version").default = 0;
    },
    ["catalogue/entity/copy/field/version"],
  ),
);

invalid("design/invalid-default", "a string for a boolean", () =>
  runCheck(
    invalidDefaultCheck,
    (design) => {
      fieldOf(design, "lending/member/active").default = "true";
    },
    ["lending/entity/member/field/active"],
  ),
);

invalid("design/invalid-default", "a time for a uuid", () =>
  runCheck(
    invalidDefaultCheck,
    (design) => {
      fieldOf(design, "lending/member/id").default = { function: "now" };
    },
    ["lending/entity/member/field/id"],
  ),
);

valid("design/invalid-default", "the empty string", () =>
  runCheck(
    invalidDefaultCheck,
    (design) => {
      Object.assign(fieldOf(design, "catalogue/book/title"), { default: "" });
    },
    [],
  ),
);

valid("design/invalid-default", "false", () =>
  runCheck(
    invalidDefaultCheck,
    (design) => {
      fieldOf(design, "lending/member/active").default = false;
    },
    [],
  ),
);

import { invertedBoundsCheck } from "../../../src/checks/design/inverted-bounds.ts";
import { invalid, valid } from "../../support/cases.ts";
import { fieldOf, pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/inverted-bounds", "the sample", () => runCheck(invertedBoundsCheck, () => {}, []));

invalid("design/inverted-bounds", "minimum above maximum", () =>
  runCheck(
    invertedBoundsCheck,
    (design) => {
      Object.assign(fieldOf(design, "catalogue/copy/version"), { minimum: 5, maximum: 4 });
    },
    ["catalogue/entity/copy/field/version"],
  ),
);

invalid("design/inverted-bounds", "lengths", () =>
  runCheck(
    invertedBoundsCheck,
    (design) => {
      Object.assign(fieldOf(design, "catalogue/copy/barcode"), { minLength: 15 });
    },
    ["catalogue/entity/copy/field/barcode"],
  ),
);

invalid("design/inverted-bounds", "more digits after the point than all", () =>
  runCheck(
    invertedBoundsCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/loan/fine"), { precision: 1 });
    },
    ["lending/entity/loan/field/fine"],
  ),
);

invalid("design/inverted-bounds", "instances", () =>
  runCheck(
    invertedBoundsCheck,
    (design) => {
      pick(design.system.scaling, "lending").minimumInstances = 11;
    },
    ["system/scaling/lending"],
  ),
);

invalid("design/inverted-bounds", "pages", () =>
  runCheck(
    invertedBoundsCheck,
    (design) => {
      design.system.api.pagination.defaultLimit = 101;
    },
    ["system/api"],
  ),
);

valid("design/inverted-bounds", "equal bounds", () =>
  runCheck(
    invertedBoundsCheck,
    (design) => {
      Object.assign(fieldOf(design, "catalogue/copy/version"), { minimum: 5, maximum: 5 });
    },
    [],
  ),
);

import { invalidSampleCheck } from "../../../src/checks/design/invalid-sample.ts";
import { invalid, valid } from "../../support/cases.ts";
import { fieldOf, pick, schemaOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/invalid-sample", "the sample", () => runCheck(invalidSampleCheck, () => {}, []));

invalid("design/invalid-sample", "too short", () =>
  runCheck(
    invalidSampleCheck,
    (design) => {
      fieldOf(design, "catalogue/book/isbn").samples = ["9780140432053", "978"];
    },
    ["catalogue/entity/book/field/isbn"],
  ),
);

invalid("design/invalid-sample", "no address", () =>
  runCheck(
    invalidSampleCheck,
    (design) => {
      fieldOf(design, "lending/member/email").samples = ["ada at example"];
    },
    ["lending/entity/member/field/email"],
  ),
);

invalid("design/invalid-sample", "too many digits after the point", () =>
  runCheck(
    invalidSampleCheck,
    (design) => {
      fieldOf(design, "lending/loan/fine").samples = [1.555];
    },
    ["lending/entity/loan/field/fine"],
  ),
);

invalid("design/invalid-sample", "a day that does not exist", () =>
  runCheck(
    invalidSampleCheck,
    (design) => {
      fieldOf(design, "catalogue/book/published").samples = ["2023-02-29"];
    },
    ["catalogue/entity/book/field/published"],
  ),
);

invalid("design/invalid-sample", "a property against the bounds of its field", () =>
  runCheck(
    invalidSampleCheck,
    (design) => {
      pick(schemaOf(design, "catalogue/book").properties, "isbn").samples = ["978"];
    },
    ["catalogue/schema/book/property/isbn"],
  ),
);

valid("design/invalid-sample", "as many characters as bytes would be too many", () =>
  runCheck(
    invalidSampleCheck,
    (design) => {
      Object.assign(fieldOf(design, "catalogue/book/isbn"), { samples: ["ü".repeat(13)] });
    },
    [],
  ),
);

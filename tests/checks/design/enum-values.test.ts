import { enumValuesCheck } from "../../../src/checks/design/enum-values.ts";
import { invalid, valid } from "../../support/cases.ts";
import { fieldOf, operationOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/enum-values", "the sample", () => runCheck(enumValuesCheck, () => {}, []));

invalid("design/enum-values", "an enum without values", () =>
  runCheck(
    enumValuesCheck,
    (design) => {
      delete fieldOf(design, "catalogue/book/language").enumValues;
    },
    ["catalogue/entity/book/field/language"],
  ),
);

invalid("design/enum-values", "values of a string", () =>
  runCheck(
    enumValuesCheck,
    (design) => {
      fieldOf(design, "catalogue/book/title").enumValues = ["a"];
    },
    ["catalogue/entity/book/field/title"],
  ),
);

invalid("design/enum-values", "values that differ in case", () =>
  runCheck(
    enumValuesCheck,
    (design) => {
      fieldOf(design, "catalogue/book/language").enumValues = ["en", "EN"];
    },
    ["catalogue/entity/book/field/language"],
  ),
);

invalid("design/enum-values", "a parameter of its own", () =>
  runCheck(
    enumValuesCheck,
    (design) => {
      operationOf(design, "lending/list-loans").parameters.push({
        id: "sort",
        name: "sort",
        in: "query",
        required: false,
        type: "enum",
        samples: [],
      });
    },
    ["lending/operation/list-loans/parameter/sort"],
  ),
);

valid("design/enum-values", "one value", () =>
  runCheck(
    enumValuesCheck,
    (design) => {
      Object.assign(fieldOf(design, "catalogue/book/language"), { enumValues: ["en"] });
    },
    [],
  ),
);

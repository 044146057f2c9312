import { decimalWithoutPrecisionCheck } from "../../../src/checks/design/decimal-without-precision.ts";
import { invalid, valid } from "../../support/cases.ts";
import { fieldOf, schemaOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/decimal-without-precision", "the sample", () =>
  runCheck(decimalWithoutPrecisionCheck, () => {}, []),
);

invalid("design/decimal-without-precision", "neither", () =>
  runCheck(
    decimalWithoutPrecisionCheck,
    (design) => {
      const fine = fieldOf(design, "lending/loan/fine");
      delete fine.precision;
      delete fine.scale;
    },
    ["lending/entity/loan/field/fine"],
  ),
);

invalid("design/decimal-without-precision", "no scale in a body of its own", () =>
  runCheck(
    decimalWithoutPrecisionCheck,
    (design) => {
      schemaOf(design, "catalogue/availability").properties.push({
        id: "fee",
        name: "fee",
        type: "decimal",
        precision: 6,
        required: false,
        many: false,
        samples: [],
      });
    },
    ["catalogue/schema/availability/property/fee"],
  ),
);

valid("design/decimal-without-precision", "no digit after the point", () =>
  runCheck(
    decimalWithoutPrecisionCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/loan/fine"), { scale: 0, samples: [1] });
    },
    [],
  ),
);

import { lowCardinalityIndexCheck } from "../../../src/checks/design/low-cardinality-index.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, fieldOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/low-cardinality-index", "the sample", () =>
  runCheck(lowCardinalityIndexCheck, () => {}, []),
);

invalid("design/low-cardinality-index", "a boolean comes first", () =>
  runCheck(
    lowCardinalityIndexCheck,
    (design) => {
      fieldOf(design, "lending/loan/started-at").type = "boolean";
      entityOf(design, "lending/loan").indexes.push({
        id: "x",
        fields: ["started-at", "member-id"],
        unique: false,
        serves: "A test.",
      });
    },
    ["lending/entity/loan/index/x"],
  ),
);

invalid("design/low-cardinality-index", "only the tenant stands before it", () =>
  runCheck(
    lowCardinalityIndexCheck,
    (design) => {
      fieldOf(design, "lending/loan/started-at").type = "boolean";
      entityOf(design, "lending/loan").tenantKey = "copy-id";
      entityOf(design, "lending/loan").indexes.push({
        id: "x",
        fields: ["copy-id", "started-at"],
        unique: false,
        serves: "A test.",
      });
    },
    ["lending/entity/loan/index/x"],
  ),
);

valid("design/low-cardinality-index", "a boolean comes last", () =>
  runCheck(
    lowCardinalityIndexCheck,
    (design) => {
      fieldOf(design, "lending/loan/started-at").type = "boolean";
      entityOf(design, "lending/loan").indexes.push({
        id: "x",
        fields: ["member-id", "started-at"],
        unique: false,
        serves: "A test.",
      });
    },
    [],
  ),
);

valid("design/low-cardinality-index", "only the rows that are looked for", () =>
  runCheck(
    lowCardinalityIndexCheck,
    (design) => {
      fieldOf(design, "lending/loan/started-at").type = "boolean";
      entityOf(design, "lending/loan").indexes.push({
        id: "x",
        fields: ["started-at"],
        unique: false,
        serves: "A test.",
        where: { field: "started-at", equals: true },
      });
    },
    [],
  ),
);

import { duplicateIndexCheck } from "../../../src/checks/design/duplicate-index.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/duplicate-index", "the sample", () => runCheck(duplicateIndexCheck, () => {}, []));

invalid("design/duplicate-index", "the primary key again", () =>
  runCheck(
    duplicateIndexCheck,
    (design) => {
      entityOf(design, "lending/loan").indexes.push({
        id: "x",
        fields: ["id"],
        unique: false,
        serves: "A test.",
      });
    },
    ["lending/entity/loan/index/x"],
  ),
);

valid("design/duplicate-index", "the same fields over some of the rows", () =>
  runCheck(
    duplicateIndexCheck,
    (design) => {
      entityOf(design, "lending/loan").indexes.push({
        id: "x",
        fields: ["id"],
        unique: false,
        serves: "A test.",
        where: { field: "started-at" },
      });
    },
    [],
  ),
);

valid("design/duplicate-index", "the same fields in another order", () =>
  runCheck(
    duplicateIndexCheck,
    (design) => {
      entityOf(design, "lending/loan").indexes.push({
        id: "x",
        fields: ["id", "member-id"],
        unique: false,
        serves: "A test.",
      });
      entityOf(design, "lending/loan").indexes.push({
        id: "y",
        fields: ["member-id", "id"],
        unique: false,
        serves: "A test.",
      });
    },
    [],
  ),
);

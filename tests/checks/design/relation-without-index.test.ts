import { relationWithoutIndexCheck } from "../../../src/checks/design/relation-without-index.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/relation-without-index", "the sample", () =>
  runCheck(relationWithoutIndexCheck, () => {}, []),
);

invalid("design/relation-without-index", "no index at all", () =>
  runCheck(
    relationWithoutIndexCheck,
    (design) => {
      entityOf(design, "lending/loan").indexes = [];
    },
    ["lending/entity/loan/relation/member"],
  ),
);

invalid("design/relation-without-index", "the field comes second", () =>
  runCheck(
    relationWithoutIndexCheck,
    (design) => {
      entityOf(design, "lending/loan").indexes = [
        { id: "x", fields: ["started-at", "member-id"], unique: false, serves: "Loans by day." },
      ];
    },
    ["lending/entity/loan/relation/member"],
  ),
);

valid("design/relation-without-index", "a unique key leads with it", () =>
  runCheck(
    relationWithoutIndexCheck,
    (design) => {
      entityOf(design, "lending/loan").indexes = [];
      entityOf(design, "lending/loan").uniqueKeys.push({
        id: "one",
        fields: ["member-id", "copy-id"],
      });
    },
    [],
  ),
);

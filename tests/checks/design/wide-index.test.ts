import { wideIndexCheck } from "../../../src/checks/design/wide-index.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/wide-index", "the sample", () => runCheck(wideIndexCheck, () => {}, []));

invalid("design/wide-index", "four fields", () =>
  runCheck(
    wideIndexCheck,
    (design) => {
      entityOf(design, "lending/loan").indexes.push({
        id: "x",
        fields: ["member-id", "copy-id", "started-at", "id"],
        unique: false,
        serves: "A test.",
      });
    },
    ["lending/entity/loan/index/x"],
  ),
);

valid("design/wide-index", "the tenant does not count", () =>
  runCheck(
    wideIndexCheck,
    (design) => {
      entityOf(design, "lending/loan").tenantKey = "member-id";
      entityOf(design, "lending/loan").indexes.push({
        id: "x",
        fields: ["member-id", "copy-id", "started-at", "id"],
        unique: false,
        serves: "A test.",
      });
    },
    [],
  ),
);

valid("design/wide-index", "four fields that are unique", () =>
  runCheck(
    wideIndexCheck,
    (design) => {
      entityOf(design, "lending/loan").indexes.push({
        id: "x",
        fields: ["member-id", "copy-id", "started-at", "id"],
        unique: true,
        serves: "A test.",
      });
    },
    [],
  ),
);

import { redundantIndexCheck } from "../../../src/checks/design/redundant-index.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/redundant-index", "the sample", () => runCheck(redundantIndexCheck, () => {}, []));

invalid("design/redundant-index", "the beginning of a longer one", () =>
  runCheck(
    redundantIndexCheck,
    (design) => {
      entityOf(design, "lending/loan").indexes.push({
        id: "y",
        fields: ["started-at", "id"],
        unique: false,
        serves: "A test.",
      });
      entityOf(design, "lending/loan").indexes.push({
        id: "x",
        fields: ["started-at"],
        unique: false,
        serves: "A test.",
      });
    },
    ["lending/entity/loan/index/x"],
  ),
);

valid("design/redundant-index", "the end of a longer one", () =>
  runCheck(
    redundantIndexCheck,
    (design) => {
      entityOf(design, "lending/loan").indexes.push({
        id: "y",
        fields: ["started-at", "copy-id"],
        unique: false,
        serves: "A test.",
      });
      entityOf(design, "lending/loan").indexes.push({
        id: "x",
        fields: ["copy-id", "started-at"],
        unique: false,
        serves: "A test.",
      });
    },
    [],
  ),
);

valid("design/redundant-index", "a longer one over fewer rows", () =>
  runCheck(
    redundantIndexCheck,
    (design) => {
      entityOf(design, "lending/loan").indexes.push({
        id: "y",
        fields: ["started-at", "id"],
        unique: false,
        serves: "A test.",
        where: { field: "id" },
      });
      entityOf(design, "lending/loan").indexes.push({
        id: "x",
        fields: ["started-at"],
        unique: false,
        serves: "A test.",
      });
    },
    [],
  ),
);

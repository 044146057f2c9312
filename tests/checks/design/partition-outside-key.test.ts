import { partitionOutsideKeyCheck } from "../../../src/checks/design/partition-outside-key.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/partition-outside-key", "the sample", () =>
  runCheck(partitionOutsideKeyCheck, () => {}, []),
);

invalid("design/partition-outside-key", "the primary key", () =>
  runCheck(
    partitionOutsideKeyCheck,
    (design) => {
      entityOf(design, "lending/loan").partitioning = {
        method: "range",
        field: "started-at",
        interval: "month",
        reason: "Old loans go.",
      };
    },
    ["lending/entity/loan"],
  ),
);

invalid("design/partition-outside-key", "a unique key", () =>
  runCheck(
    partitionOutsideKeyCheck,
    (design) => {
      const loan = entityOf(design, "lending/loan");
      loan.partitioning = {
        method: "range",
        field: "started-at",
        interval: "month",
        reason: "Old loans go.",
      };
      loan.primaryKey = ["id", "started-at"];
      loan.uniqueKeys = [{ id: "once", fields: ["copy-id"] }];
    },
    ["lending/entity/loan/key/once"],
  ),
);

valid("design/partition-outside-key", "every key names it", () =>
  runCheck(
    partitionOutsideKeyCheck,
    (design) => {
      const loan = entityOf(design, "lending/loan");
      loan.partitioning = {
        method: "range",
        field: "started-at",
        interval: "month",
        reason: "Old loans go.",
      };
      loan.primaryKey = ["id", "started-at"];
    },
    [],
  ),
);

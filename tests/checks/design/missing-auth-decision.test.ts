import { missingAuthDecisionCheck } from "../../../src/checks/design/missing-auth-decision.ts";
import { invalid, valid } from "../../support/cases.ts";
import { operationOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/missing-auth-decision", "the sample", () =>
  runCheck(missingAuthDecisionCheck, () => {}, []),
);

invalid("design/missing-auth-decision", "no mechanism, no reason", () =>
  runCheck(
    missingAuthDecisionCheck,
    (design) => {
      operationOf(design, "lending/register-member").auth = { mechanisms: [], permissions: [] };
    },
    ["lending/operation/register-member"],
  ),
);

invalid("design/missing-auth-decision", "permissions without a mechanism", () =>
  runCheck(
    missingAuthDecisionCheck,
    (design) => {
      operationOf(design, "lending/list-loans").auth = {
        mechanisms: [],
        permissions: ["read-loans"],
        publicReason: "Why not.",
      };
    },
    ["lending/operation/list-loans"],
  ),
);

invalid("design/missing-auth-decision", "a mechanism and a reason for none", () =>
  runCheck(
    missingAuthDecisionCheck,
    (design) => {
      operationOf(design, "lending/list-loans").auth.publicReason = "Why not.";
    },
    ["lending/operation/list-loans"],
  ),
);

valid("design/missing-auth-decision", "a mechanism without permissions", () =>
  runCheck(
    missingAuthDecisionCheck,
    (design) => {
      operationOf(design, "lending/list-loans").auth.permissions = [];
    },
    [],
  ),
);

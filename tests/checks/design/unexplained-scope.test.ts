import { unexplainedScopeCheck } from "../../../src/checks/design/unexplained-scope.ts";
import { invalid, valid } from "../../support/cases.ts";
import { pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/unexplained-scope", "the sample", () =>
  runCheck(unexplainedScopeCheck, () => {}, []),
);

invalid("design/unexplained-scope", "out of scope without a reason", () =>
  runCheck(
    unexplainedScopeCheck,
    (design) => {
      delete pick(design.system.requirements, "card-payments").reason;
    },
    ["system/requirement/card-payments"],
  ),
);

invalid("design/unexplained-scope", "open without a question", () =>
  runCheck(
    unexplainedScopeCheck,
    (design) => {
      design.system.openQuestions = [];
    },
    ["system/requirement/fine-amount"],
  ),
);

invalid("design/unexplained-scope", "open without reason and question", () =>
  runCheck(
    unexplainedScopeCheck,
    (design) => {
      design.system.openQuestions = [];
      delete pick(design.system.requirements, "fine-amount").reason;
    },
    ["system/requirement/fine-amount", "system/requirement/fine-amount"],
  ),
);

valid("design/unexplained-scope", "in scope without a reason", () =>
  runCheck(
    unexplainedScopeCheck,
    (design) => {
      pick(design.system.requirements, "privacy").scope = "in";
    },
    [],
  ),
);

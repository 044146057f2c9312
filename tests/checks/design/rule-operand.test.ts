import { ruleOperandCheck } from "../../../src/checks/design/rule-operand.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/rule-operand", "the sample", () => runCheck(ruleOperandCheck, () => {}, []));

invalid("design/rule-operand", "nothing", () =>
  runCheck(
    ruleOperandCheck,
    (design) => {
      delete pick(entityOf(design, "lending/loan").rules, "fine-not-negative").value;
    },
    ["lending/entity/loan/rule/fine-not-negative"],
  ),
);

invalid("design/rule-operand", "two things", () =>
  runCheck(
    ruleOperandCheck,
    (design) => {
      pick(entityOf(design, "lending/loan").rules, "fine-not-negative").otherField = "fine";
    },
    ["lending/entity/loan/rule/fine-not-negative"],
  ),
);

invalid("design/rule-operand", "a number against a time", () =>
  runCheck(
    ruleOperandCheck,
    (design) => {
      pick(entityOf(design, "lending/loan").rules, "fine-not-negative").field = "due-at";
    },
    ["lending/entity/loan/rule/fine-not-negative"],
  ),
);

invalid("design/rule-operand", "a time against a number", () =>
  runCheck(
    ruleOperandCheck,
    (design) => {
      pick(entityOf(design, "lending/loan").rules, "due-after-start").otherField = "fine";
    },
    ["lending/entity/loan/rule/due-after-start"],
  ),
);

valid("design/rule-operand", "zero", () =>
  runCheck(
    ruleOperandCheck,
    (design) => {
      pick(entityOf(design, "lending/loan").rules, "fine-not-negative").value = 0;
    },
    [],
  ),
);

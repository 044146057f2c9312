import { unsatisfiedRequirementCheck } from "../../../src/checks/design/unsatisfied-requirement.ts";
import { invalid, valid } from "../../support/cases.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/unsatisfied-requirement", "the sample", () =>
  runCheck(unsatisfiedRequirementCheck, () => {}, []),
);

invalid("design/unsatisfied-requirement", "nothing refers to it", () =>
  runCheck(
    unsatisfiedRequirementCheck,
    (design) => {
      design.system.requirements.push({
        id: "export",
        kind: "functional",
        name: "Export",
        text: "Librarians export lists.",
        priority: "could",
        scope: "in",
      });
    },
    ["system/requirement/export"],
  ),
);

invalid("design/unsatisfied-requirement", "only an assumption refers to it", () =>
  runCheck(
    unsatisfiedRequirementCheck,
    (design) => {
      design.system.requirements.push({
        id: "export",
        kind: "functional",
        name: "Export",
        text: "Librarians export lists.",
        priority: "could",
        scope: "in",
      });
      for (const assumption of design.system.assumptions) assumption.requirement = "export";
    },
    ["system/requirement/export"],
  ),
);

valid("design/unsatisfied-requirement", "it is out of scope", () =>
  runCheck(
    unsatisfiedRequirementCheck,
    (design) => {
      design.system.requirements.push({
        id: "export",
        kind: "functional",
        name: "Export",
        text: "Librarians export lists.",
        priority: "could",
        scope: "out",
        reason: "Later.",
      });
    },
    [],
  ),
);

valid("design/unsatisfied-requirement", "a number of the load comes from it", () =>
  runCheck(
    unsatisfiedRequirementCheck,
    (design) => {
      design.system.requirements.push({
        id: "readers",
        kind: "quality",
        name: "Readers",
        text: "2,000 at once.",
        priority: "must",
        scope: "in",
      });
      design.system.load.concurrentUsers.requirement = "readers";
    },
    [],
  ),
);

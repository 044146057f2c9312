import { unhostedContextCheck } from "../../../src/checks/design/unhosted-context.ts";
import { invalid, valid } from "../../support/cases.ts";
import { pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/unhosted-context", "the sample", () => runCheck(unhostedContextCheck, () => {}, []));

invalid("design/unhosted-context", "no deployable", () =>
  runCheck(
    unhostedContextCheck,
    (design) => {
      for (const deployable of design.system.deployables)
        deployable.contexts = deployable.contexts.filter((id) => id !== "catalogue");
    },
    ["system/context/catalogue"],
  ),
);

valid("design/unhosted-context", "a monolith", () =>
  runCheck(
    unhostedContextCheck,
    (design) => {
      design.system.deployables = design.system.deployables.slice(0, 1);
      pick(design.system.deployables, "catalogue-service").contexts = ["catalogue", "lending"];
    },
    [],
  ),
);

import { statefulScaleOutCheck } from "../../../src/checks/design/stateful-scale-out.ts";
import { invalid, valid } from "../../support/cases.ts";
import { pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/stateful-scale-out", "the sample", () =>
  runCheck(statefulScaleOutCheck, () => {}, []),
);

invalid("design/stateful-scale-out", "several instances", () =>
  runCheck(
    statefulScaleOutCheck,
    (design) => {
      pick(design.system.deployables, "lending-service").stateless = false;
    },
    ["system/scaling/lending"],
  ),
);

valid("design/stateful-scale-out", "one instance", () =>
  runCheck(
    statefulScaleOutCheck,
    (design) => {
      pick(design.system.deployables, "lending-service").stateless = false;
      Object.assign(pick(design.system.scaling, "lending"), {
        minimumInstances: 1,
        maximumInstances: 1,
      });
    },
    [],
  ),
);

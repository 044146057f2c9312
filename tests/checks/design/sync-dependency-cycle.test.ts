import { syncDependencyCycleCheck } from "../../../src/checks/design/sync-dependency-cycle.ts";
import { invalid, valid } from "../../support/cases.ts";
import { pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/sync-dependency-cycle", "the sample", () =>
  runCheck(syncDependencyCycleCheck, () => {}, []),
);

invalid("design/sync-dependency-cycle", "two services", () =>
  runCheck(
    syncDependencyCycleCheck,
    (design) => {
      pick(design.system.deployables, "catalogue-service").dependencies.push({
        on: "lending-service",
        mode: "sync",
        purpose: "Ask.",
        degradable: false,
        reason: "Needed.",
      });
    },
    ["system/deployable/catalogue-service"],
  ),
);

invalid("design/sync-dependency-cycle", "itself", () =>
  runCheck(
    syncDependencyCycleCheck,
    (design) => {
      pick(design.system.deployables, "notification-worker").dependencies.push({
        on: "notification-worker",
        mode: "sync",
        purpose: "Ask.",
        degradable: false,
        reason: "Needed.",
      });
    },
    ["system/deployable/notification-worker"],
  ),
);

valid("design/sync-dependency-cycle", "one of the two ways is asynchronous", () =>
  runCheck(
    syncDependencyCycleCheck,
    (design) => {
      pick(design.system.deployables, "catalogue-service").dependencies.push({
        on: "lending-service",
        mode: "async",
        purpose: "Ask.",
        degradable: false,
        reason: "Needed.",
      });
    },
    [],
  ),
);

valid("design/sync-dependency-cycle", "two ways to one service", () =>
  runCheck(
    syncDependencyCycleCheck,
    (design) => {
      pick(design.system.deployables, "notification-worker").dependencies.push(
        {
          on: "lending-service",
          mode: "sync",
          purpose: "Ask.",
          degradable: false,
          reason: "Needed.",
        },
        {
          on: "catalogue-service",
          mode: "sync",
          purpose: "Ask.",
          degradable: false,
          reason: "Needed.",
        },
      );
    },
    [],
  ),
);

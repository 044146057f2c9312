import { duplicateIdCheck } from "../../../src/checks/design/duplicate-id.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, fieldOf, pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/duplicate-id", "the sample", () => runCheck(duplicateIdCheck, () => {}, []));

invalid("design/duplicate-id", "two fields of one entity", () =>
  runCheck(
    duplicateIdCheck,
    (design) => {
      entityOf(design, "lending/loan").fields.push(fieldOf(design, "lending/loan/fine"));
    },
    ["lending/entity/loan/field/fine"],
  ),
);

invalid("design/duplicate-id", "an actor and a store", () =>
  runCheck(
    duplicateIdCheck,
    (design) => {
      pick(design.system.stores, "library-db").id = "member";
    },
    ["system/store/member"],
  ),
);

invalid("design/duplicate-id", "a deployable and an actor", () =>
  runCheck(
    duplicateIdCheck,
    (design) => {
      pick(design.system.deployables, "catalogue-service").id = "member";
    },
    ["system/deployable/member"],
  ),
);

invalid("design/duplicate-id", "an event and the store that a pipeline may read from", () =>
  runCheck(
    duplicateIdCheck,
    (design) => {
      pick(design.system.events, "loan-started").id = "library-db";
      pick(design.system.governance.pipelines, "loan-statistics").source = "library-db";
    },
    ["system/store/library-db"],
  ),
);

invalid("design/duplicate-id", "a context called system", () =>
  runCheck(
    duplicateIdCheck,
    (design) => {
      pick(design.system.contexts, "lending").id = "system";
    },
    ["system/context/system"],
  ),
);

valid("design/duplicate-id", "a field of the same id in another entity", () =>
  runCheck(
    duplicateIdCheck,
    (design) => {
      fieldOf(design, "lending/member/email").id = "fine";
    },
    [],
  ),
);

valid("design/duplicate-id", "a deployable that is called like the context it hosts", () =>
  runCheck(
    duplicateIdCheck,
    (design) => {
      pick(design.system.deployables, "lending-service").id = "lending";
      for (const threat of design.system.security.threats) threat.component = "lending";
    },
    [],
  ),
);

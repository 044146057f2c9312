import { storeWithoutContextCheck } from "../../../src/checks/design/store-without-context.ts";
import { invalid, valid } from "../../support/cases.ts";
import { pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/store-without-context", "the sample", () =>
  runCheck(storeWithoutContextCheck, () => {}, []),
);

invalid("design/store-without-context", "none", () =>
  runCheck(
    storeWithoutContextCheck,
    (design) => {
      pick(design.system.stores, "event-stream").contexts = [];
    },
    ["system/store/event-stream"],
  ),
);

valid("design/store-without-context", "one", () =>
  runCheck(
    storeWithoutContextCheck,
    (design) => {
      pick(design.system.stores, "event-stream").contexts = ["lending"];
    },
    [],
  ),
);

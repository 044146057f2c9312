import { foreignEventEntityCheck } from "../../../src/checks/design/foreign-event-entity.ts";
import { invalid, valid } from "../../support/cases.ts";
import { pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/foreign-event-entity", "the sample", () =>
  runCheck(foreignEventEntityCheck, () => {}, []),
);

invalid("design/foreign-event-entity", "an entity of the consumer", () =>
  runCheck(
    foreignEventEntityCheck,
    (design) => {
      pick(design.system.events, "loan-started").entity = "catalogue/copy";
    },
    ["system/event/loan-started"],
  ),
);

invalid("design/foreign-event-entity", "a context whose id starts alike", () =>
  runCheck(
    foreignEventEntityCheck,
    (design) => {
      pick(design.system.events, "loan-started").entity = "lending-archive/loan";
    },
    ["system/event/loan-started"],
  ),
);

valid("design/foreign-event-entity", "no entity", () =>
  runCheck(
    foreignEventEntityCheck,
    (design) => {
      delete pick(design.system.events, "loan-started").entity;
    },
    [],
  ),
);

import { propertySourceCheck } from "../../../src/checks/design/property-source.ts";
import { invalid, valid } from "../../support/cases.ts";
import { operationOf, pick, schemaOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/property-source", "the sample", () => runCheck(propertySourceCheck, () => {}, []));

invalid("design/property-source", "nothing", () =>
  runCheck(
    propertySourceCheck,
    (design) => {
      delete pick(schemaOf(design, "lending/loan").properties, "fine").field;
    },
    ["lending/schema/loan/property/fine"],
  ),
);

invalid("design/property-source", "a field and a type", () =>
  runCheck(
    propertySourceCheck,
    (design) => {
      pick(schemaOf(design, "lending/loan").properties, "fine").type = "string";
    },
    ["lending/schema/loan/property/fine"],
  ),
);

invalid("design/property-source", "a parameter with neither", () =>
  runCheck(
    propertySourceCheck,
    (design) => {
      delete pick(operationOf(design, "lending/list-loans").parameters, "state").field;
    },
    ["lending/operation/list-loans/parameter/state"],
  ),
);

invalid("design/property-source", "a field of no entity", () =>
  runCheck(
    propertySourceCheck,
    (design) => {
      delete pick(design.system.events, "loan-returned").entity;
    },
    ["system/event/loan-returned/payload/copy-id"],
  ),
);

valid("design/property-source", "another body", () =>
  runCheck(
    propertySourceCheck,
    (design) => {
      Object.assign(pick(schemaOf(design, "lending/loan").properties, "fine"), {
        field: undefined,
        schema: "member",
      });
    },
    [],
  ),
);

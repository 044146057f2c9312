import { duplicateNameCheck } from "../../../src/checks/design/duplicate-name.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, fieldOf, operationOf, pick, schemaOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/duplicate-name", "the sample", () => runCheck(duplicateNameCheck, () => {}, []));

invalid("design/duplicate-name", "fields that differ in case and separators", () =>
  runCheck(
    duplicateNameCheck,
    (design) => {
      fieldOf(design, "lending/loan/due-at").name = "STARTED-AT";
    },
    ["lending/entity/loan/field/due-at"],
  ),
);

invalid("design/duplicate-name", "entities whose names differ in an accent only", () =>
  runCheck(
    duplicateNameCheck,
    (design) => {
      entityOf(design, "lending/loan").name = "Mémber";
    },
    ["lending/entity/loan"],
  ),
);

invalid("design/duplicate-name", "fields that differ after 63 characters", () =>
  runCheck(
    duplicateNameCheck,
    (design) => {
      fieldOf(design, "lending/loan/due-at").name = `${"a".repeat(63)}b`;
      fieldOf(design, "lending/loan/fine").name = `${"a".repeat(63)}c`;
    },
    ["lending/entity/loan/field/fine"],
  ),
);

invalid("design/duplicate-name", "two properties of one body, one from its field", () =>
  runCheck(
    duplicateNameCheck,
    (design) => {
      schemaOf(design, "lending/registration").properties.push({
        id: "other",
        name: "fullName",
        type: "string",
        required: false,
        many: false,
        samples: [],
      });
    },
    ["lending/schema/registration/property/other"],
  ),
);

invalid("design/duplicate-name", "two parameters in the query", () =>
  runCheck(
    duplicateNameCheck,
    (design) => {
      operationOf(design, "lending/list-loans").parameters.forEach((parameter) => {
        parameter.name = "q";
      });
    },
    ["lending/operation/list-loans/parameter/state"],
  ),
);

invalid("design/duplicate-name", "two events", () =>
  runCheck(
    duplicateNameCheck,
    (design) => {
      pick(design.system.events, "loan-returned").name = "loan STARTED";
    },
    ["system/event/loan-returned"],
  ),
);

invalid("design/duplicate-name", "two metrics", () =>
  runCheck(
    duplicateNameCheck,
    (design) => {
      for (const metric of design.system.observability.metrics.slice(0, 2))
        metric.name = "same_seconds";
    },
    ["system/metric/search-duration-seconds"],
  ),
);

valid("design/duplicate-name", "the same name in another context", () =>
  runCheck(
    duplicateNameCheck,
    (design) => {
      entityOf(design, "lending/loan").name = "Book";
    },
    [],
  ),
);

valid("design/duplicate-name", "the same parameter in the path and in the query", () =>
  runCheck(
    duplicateNameCheck,
    (design) => {
      operationOf(design, "lending/get-member").parameters.push({
        id: "q",
        name: "memberId",
        in: "query",
        required: false,
        type: "uuid",
        samples: [],
      });
    },
    [],
  ),
);

valid("design/duplicate-name", "names without a Latin letter", () =>
  runCheck(
    duplicateNameCheck,
    (design) => {
      fieldOf(design, "lending/loan/due-at").name = "期限";
      fieldOf(design, "lending/loan/fine").name = "罰金";
    },
    [],
  ),
);

invalid("design/duplicate-name", "one field under two ids in one body", () =>
  runCheck(
    duplicateNameCheck,
    (design) => {
      const { properties } = schemaOf(design, "lending/loan");
      properties.push({ ...pick(properties, "fine"), id: "again" });
    },
    ["lending/schema/loan/property/again"],
  ),
);

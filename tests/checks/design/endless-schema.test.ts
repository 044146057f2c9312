import { endlessSchemaCheck } from "../../../src/checks/design/endless-schema.ts";
import { invalid, valid } from "../../support/cases.ts";
import { schemaOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/endless-schema", "the sample", () => runCheck(endlessSchemaCheck, () => {}, []));

invalid("design/endless-schema", "itself", () =>
  runCheck(
    endlessSchemaCheck,
    (design) => {
      schemaOf(design, "catalogue/book").properties.push({
        id: "nested",
        name: "nested",
        schema: "book",
        required: true,
        many: false,
        samples: [],
      });
    },
    ["catalogue/schema/book"],
  ),
);

invalid("design/endless-schema", "over two bodies", () =>
  runCheck(
    endlessSchemaCheck,
    (design) => {
      schemaOf(design, "catalogue/book").properties.push({
        id: "nested",
        name: "nested",
        schema: "copy",
        required: true,
        many: false,
        samples: [],
      });
    },
    ["catalogue/schema/book"],
  ),
);

valid("design/endless-schema", "a list", () =>
  runCheck(
    endlessSchemaCheck,
    (design) => {
      schemaOf(design, "catalogue/book").properties.push({
        id: "nested",
        name: "nested",
        schema: "book",
        required: true,
        many: true,
        samples: [],
      });
    },
    [],
  ),
);

valid("design/endless-schema", "optional", () =>
  runCheck(
    endlessSchemaCheck,
    (design) => {
      schemaOf(design, "catalogue/book").properties.push({
        id: "nested",
        name: "nested",
        schema: "copy",
        required: false,
        many: false,
        samples: [],
      });
    },
    [],
  ),
);

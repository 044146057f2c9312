import { secretInResponseCheck } from "../../../src/checks/design/secret-in-response.ts";
import { invalid, valid } from "../../support/cases.ts";
import { fieldOf, operationOf, schemaOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/secret-in-response", "the sample", () =>
  runCheck(secretInResponseCheck, () => {}, []),
);

invalid("design/secret-in-response", "in the body", () =>
  runCheck(
    secretInResponseCheck,
    (design) => {
      schemaOf(design, "lending/member").properties.push({
        id: "hash",
        field: "password-hash",
        required: false,
        many: false,
        samples: [],
      });
    },
    ["lending/schema/member/property/hash"],
  ),
);

invalid("design/secret-in-response", "in a body inside the body", () =>
  runCheck(
    secretInResponseCheck,
    (design) => {
      fieldOf(design, "catalogue/book/isbn").classification = "secret";
      operationOf(design, "catalogue/list-books").response = { schema: "copy", collection: true };
      operationOf(design, "catalogue/get-book").response = { schema: "copy", collection: false };
      operationOf(design, "catalogue/create-book").response = { schema: "copy", collection: false };
      operationOf(design, "catalogue/update-book").response = { schema: "copy", collection: false };
    },
    ["catalogue/schema/book/property/isbn"],
  ),
);

invalid("design/secret-in-response", "in an event", () =>
  runCheck(
    secretInResponseCheck,
    (design) => {
      fieldOf(design, "lending/loan/due-at").classification = "secret";
      schemaOf(design, "lending/loan").properties = [];
    },
    ["system/event/loan-started/payload/due-at"],
  ),
);

valid("design/secret-in-response", "in a request", () =>
  runCheck(
    secretInResponseCheck,
    (design) => {
      schemaOf(design, "lending/registration").properties.push({
        id: "hash",
        field: "password-hash",
        required: false,
        many: false,
        samples: [],
      });
    },
    [],
  ),
);

valid("design/secret-in-response", "personal data", () =>
  runCheck(
    secretInResponseCheck,
    (design) => {
      fieldOf(design, "lending/member/email").classification = "sensitive";
    },
    [],
  ),
);

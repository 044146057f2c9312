import { copiedAttributeCheck } from "../../../src/checks/design/copied-attribute.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, fieldOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/copied-attribute", "the sample", () => runCheck(copiedAttributeCheck, () => {}, []));

invalid("design/copied-attribute", "the name of the parent", () =>
  runCheck(
    copiedAttributeCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/loan/state"), {
        name: "Member email",
        type: "string",
      });
    },
    ["lending/entity/loan/field/state"],
  ),
);

invalid("design/copied-attribute", "two relations away", () =>
  runCheck(
    copiedAttributeCheck,
    (design) => {
      Object.assign(fieldOf(design, "catalogue/copy/barcode"), {
        name: "Subject label",
        type: "string",
      });
    },
    ["catalogue/entity/copy/field/barcode"],
  ),
);

valid("design/copied-attribute", "it is on purpose", () =>
  runCheck(
    copiedAttributeCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/loan/state"), {
        name: "Member email",
        type: "string",
      });
      entityOf(design, "lending/loan").denormalised = "The address at the time of the loan.";
    },
    [],
  ),
);

valid("design/copied-attribute", "another attribute with the word in it", () =>
  runCheck(
    copiedAttributeCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/loan/state"), {
        name: "Member remark",
        type: "string",
      });
    },
    [],
  ),
);

valid("design/copied-attribute", "what a relation compares with a part of the key", () =>
  runCheck(
    copiedAttributeCheck,
    (design) => {
      const loan = entityOf(design, "lending/loan");
      const email = {
        ...fieldOf(design, "lending/member/email"),
        id: "mail",
        name: "Member email",
      };
      loan.fields.push(email);
      for (const relation of loan.relations) relation.moreFields = ["mail"];
    },
    [],
  ),
);

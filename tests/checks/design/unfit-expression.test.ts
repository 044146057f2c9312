import { unfitExpressionCheck } from "../../../src/checks/design/unfit-expression.ts";
import { invalid, valid } from "../../support/cases.ts";
import { fieldOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/unfit-expression", "the sample", () => runCheck(unfitExpressionCheck, () => {}, []));

invalid("design/unfit-expression", "a text is multiplied", () =>
  runCheck(
    unfitExpressionCheck,
    (design) => {
      fieldOf(design, "lending/member/full-name").generated = {
        operation: "multiply",
        fields: ["email", "email"],
      };
    },
    ["lending/entity/member/field/full-name"],
  ),
);

invalid("design/unfit-expression", "not enough room", () =>
  runCheck(
    unfitExpressionCheck,
    (design) => {
      const field = fieldOf(design, "lending/member/full-name");
      field.type = "string";
      field.maxLength = 10;
      fieldOf(design, "lending/member/full-name").generated = {
        operation: "lower",
        fields: ["email"],
      };
    },
    ["lending/entity/member/field/full-name"],
  ),
);

invalid("design/unfit-expression", "computed from what is computed", () =>
  runCheck(
    unfitExpressionCheck,
    (design) => {
      fieldOf(design, "lending/member/full-name").generated = {
        operation: "lower",
        fields: ["email"],
      };
      fieldOf(design, "lending/member/full-name").type = "text";
      fieldOf(design, "lending/member/email").generated = {
        operation: "lower",
        fields: ["full-name"],
      };
    },
    ["lending/entity/member/field/email", "lending/entity/member/field/full-name"],
  ),
);

invalid("design/unfit-expression", "a source may be missing", () =>
  runCheck(
    unfitExpressionCheck,
    (design) => {
      fieldOf(design, "lending/member/email").nullable = true;
      fieldOf(design, "lending/member/full-name").type = "text";
      fieldOf(design, "lending/member/full-name").nullable = false;
      fieldOf(design, "lending/member/full-name").generated = {
        operation: "lower",
        fields: ["email"],
      };
    },
    ["lending/entity/member/field/full-name"],
  ),
);

valid("design/unfit-expression", "lower case with room", () =>
  runCheck(
    unfitExpressionCheck,
    (design) => {
      const field = fieldOf(design, "lending/member/full-name");
      field.type = "text";
      fieldOf(design, "lending/member/full-name").generated = {
        operation: "lower",
        fields: ["email"],
      };
    },
    [],
  ),
);

import { operationErrorsIncompleteCheck } from "../../../src/checks/design/operation-errors-incomplete.ts";
import { invalid, valid } from "../../support/cases.ts";
import { operationOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/operation-errors-incomplete", "the sample", () =>
  runCheck(operationErrorsIncompleteCheck, () => {}, []),
);

invalid("design/operation-errors-incomplete", "no error at all", () =>
  runCheck(
    operationErrorsIncompleteCheck,
    (design) => {
      operationOf(design, "lending/list-loans").errors = [];
    },
    [
      "lending/operation/list-loans",
      "lending/operation/list-loans",
      "lending/operation/list-loans",
      "lending/operation/list-loans",
    ],
  ),
);

invalid("design/operation-errors-incomplete", "no 404 with a path parameter", () =>
  runCheck(
    operationErrorsIncompleteCheck,
    (design) => {
      const one = operationOf(design, "lending/get-member");
      one.errors = one.errors.filter((id) => id !== "not-found");
    },
    ["lending/operation/get-member"],
  ),
);

invalid("design/operation-errors-incomplete", "neither 400 nor 422 with a body", () =>
  runCheck(
    operationErrorsIncompleteCheck,
    (design) => {
      const one = operationOf(design, "lending/borrow-copy");
      one.errors = one.errors.filter((id) => id !== "invalid-request" && id !== "unprocessable");
    },
    ["lending/operation/borrow-copy"],
  ),
);

valid("design/operation-errors-incomplete", "422 instead of 400", () =>
  runCheck(
    operationErrorsIncompleteCheck,
    (design) => {
      const one = operationOf(design, "lending/borrow-copy");
      one.errors = one.errors.filter((id) => id !== "invalid-request");
    },
    [],
  ),
);

valid("design/operation-errors-incomplete", "a status that the registry does not have", () =>
  runCheck(
    operationErrorsIncompleteCheck,
    (design) => {
      design.system.api.errors = design.system.api.errors.filter(({ status }) => status !== 404);
      const one = operationOf(design, "lending/get-member");
      one.errors = one.errors.filter((id) => id !== "not-found");
    },
    [],
  ),
);

valid("design/operation-errors-incomplete", "no error of an operation without HTTP", () =>
  runCheck(
    operationErrorsIncompleteCheck,
    (design) => {
      const one = operationOf(design, "lending/list-loans");
      delete one.http;
      one.errors = [];
    },
    [],
  ),
);

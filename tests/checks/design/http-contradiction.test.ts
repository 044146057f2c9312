import { httpContradictionCheck } from "../../../src/checks/design/http-contradiction.ts";
import { invalid, valid } from "../../support/cases.ts";
import { operationOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/http-contradiction", "the sample", () =>
  runCheck(httpContradictionCheck, () => {}, []),
);

invalid("design/http-contradiction", "a GET with a body", () =>
  runCheck(
    httpContradictionCheck,
    (design) => {
      operationOf(design, "lending/list-loans").request = { schema: "new-loan" };
    },
    ["lending/operation/list-loans"],
  ),
);

invalid("design/http-contradiction", "204 with a body", () =>
  runCheck(
    httpContradictionCheck,
    (design) => {
      operationOf(design, "catalogue/remove-copy").response = { schema: "copy", collection: false };
    },
    ["catalogue/operation/remove-copy"],
  ),
);

invalid("design/http-contradiction", "200 without a body", () =>
  runCheck(
    httpContradictionCheck,
    (design) => {
      delete operationOf(design, "catalogue/get-book").response;
    },
    ["catalogue/operation/get-book"],
  ),
);

invalid("design/http-contradiction", "a GET that creates", () =>
  runCheck(
    httpContradictionCheck,
    (design) => {
      Object.assign(operationOf(design, "catalogue/get-book").http ?? {}, { status: 201 });
    },
    ["catalogue/operation/get-book"],
  ),
);

invalid("design/http-contradiction", "a command by GET", () =>
  runCheck(
    httpContradictionCheck,
    (design) => {
      operationOf(design, "catalogue/get-book").kind = "command";
    },
    ["catalogue/operation/get-book"],
  ),
);

valid("design/http-contradiction", "201 without a body", () =>
  runCheck(
    httpContradictionCheck,
    (design) => {
      delete operationOf(design, "lending/borrow-copy").response;
    },
    [],
  ),
);

import { pathParameterMismatchCheck } from "../../../src/checks/design/path-parameter-mismatch.ts";
import { invalid, valid } from "../../support/cases.ts";
import { operationOf, pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/path-parameter-mismatch", "the sample", () =>
  runCheck(pathParameterMismatchCheck, () => {}, []),
);

invalid("design/path-parameter-mismatch", "a placeholder without parameter", () =>
  runCheck(
    pathParameterMismatchCheck,
    (design) => {
      operationOf(design, "lending/get-member").parameters = [];
    },
    ["lending/operation/get-member"],
  ),
);

invalid("design/path-parameter-mismatch", "a parameter without placeholder", () =>
  runCheck(
    pathParameterMismatchCheck,
    (design) => {
      Object.assign(operationOf(design, "lending/get-member").http ?? {}, { path: "/members" });
    },
    ["lending/operation/get-member"],
  ),
);

invalid("design/path-parameter-mismatch", "a parameter that may be left out", () =>
  runCheck(
    pathParameterMismatchCheck,
    (design) => {
      pick(operationOf(design, "lending/get-member").parameters, "member-id").required = false;
    },
    ["lending/operation/get-member"],
  ),
);

invalid("design/path-parameter-mismatch", "another spelling", () =>
  runCheck(
    pathParameterMismatchCheck,
    (design) => {
      pick(operationOf(design, "lending/get-member").parameters, "member-id").name = "memberID";
    },
    ["lending/operation/get-member", "lending/operation/get-member"],
  ),
);

invalid("design/path-parameter-mismatch", "one placeholder twice", () =>
  runCheck(
    pathParameterMismatchCheck,
    (design) => {
      Object.assign(operationOf(design, "lending/get-member").http ?? {}, {
        path: "/members/{memberId}/{memberId}",
      });
    },
    ["lending/operation/get-member"],
  ),
);

valid("design/path-parameter-mismatch", "a query parameter besides", () =>
  runCheck(
    pathParameterMismatchCheck,
    (design) => {
      operationOf(design, "lending/get-member").parameters.push({
        id: "q",
        name: "q",
        in: "query",
        required: false,
        type: "string",
        samples: [],
      });
    },
    [],
  ),
);

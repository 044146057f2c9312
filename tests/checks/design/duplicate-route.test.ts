import { duplicateRouteCheck } from "../../../src/checks/design/duplicate-route.ts";
import { invalid, valid } from "../../support/cases.ts";
import { operationOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/duplicate-route", "the sample", () => runCheck(duplicateRouteCheck, () => {}, []));

invalid("design/duplicate-route", "placeholders of different names", () =>
  runCheck(
    duplicateRouteCheck,
    (design) => {
      Object.assign(operationOf(design, "catalogue/get-book").http ?? {}, {
        path: "/copies/{copyId}/availability",
      });
    },
    ["catalogue/operation/check-availability"],
  ),
);

invalid("design/duplicate-route", "two contexts at the gateway", () =>
  runCheck(
    duplicateRouteCheck,
    (design) => {
      Object.assign(operationOf(design, "lending/list-loans").http ?? {}, { path: "/books" });
    },
    ["lending/operation/list-loans"],
  ),
);

valid("design/duplicate-route", "another method", () =>
  runCheck(
    duplicateRouteCheck,
    (design) => {
      Object.assign(operationOf(design, "lending/list-loans").http ?? {}, { path: "/members" });
    },
    [],
  ),
);

valid("design/duplicate-route", "two contexts, one of them internal", () =>
  runCheck(
    duplicateRouteCheck,
    (design) => {
      Object.assign(operationOf(design, "lending/list-loans").http ?? {}, { path: "/books" });
      operationOf(design, "lending/list-loans").exposure = "internal";
    },
    [],
  ),
);

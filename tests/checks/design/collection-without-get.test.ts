import { collectionWithoutGetCheck } from "../../../src/checks/design/collection-without-get.ts";
import { invalid, valid } from "../../support/cases.ts";
import { operationOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/collection-without-get", "the sample", () =>
  runCheck(collectionWithoutGetCheck, () => {}, []),
);

invalid("design/collection-without-get", "a POST", () =>
  runCheck(
    collectionWithoutGetCheck,
    (design) => {
      Object.assign(operationOf(design, "catalogue/list-books").http ?? {}, { method: "post" });
    },
    ["catalogue/operation/list-books"],
  ),
);

valid("design/collection-without-get", "no HTTP", () =>
  runCheck(
    collectionWithoutGetCheck,
    (design) => {
      delete operationOf(design, "catalogue/list-books").http;
    },
    [],
  ),
);

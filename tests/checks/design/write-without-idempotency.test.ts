import { writeWithoutIdempotencyCheck } from "../../../src/checks/design/write-without-idempotency.ts";
import { invalid, valid } from "../../support/cases.ts";
import { operationOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/write-without-idempotency", "the sample", () =>
  runCheck(writeWithoutIdempotencyCheck, () => {}, []),
);

invalid("design/write-without-idempotency", "a POST", () =>
  runCheck(
    writeWithoutIdempotencyCheck,
    (design) => {
      operationOf(design, "lending/borrow-copy").idempotency = { mode: "none" };
    },
    ["lending/operation/borrow-copy"],
  ),
);

invalid("design/write-without-idempotency", "a PATCH", () =>
  runCheck(
    writeWithoutIdempotencyCheck,
    (design) => {
      operationOf(design, "catalogue/update-book").idempotency = { mode: "none" };
    },
    ["catalogue/operation/update-book"],
  ),
);

valid("design/write-without-idempotency", "a reason", () =>
  runCheck(
    writeWithoutIdempotencyCheck,
    (design) => {
      operationOf(design, "lending/borrow-copy").idempotency = {
        mode: "none",
        reason: "Each call is one loan.",
      };
    },
    [],
  ),
);

valid("design/write-without-idempotency", "a search by POST", () =>
  runCheck(
    writeWithoutIdempotencyCheck,
    (design) => {
      Object.assign(operationOf(design, "catalogue/list-books").http ?? {}, { method: "post" });
      operationOf(design, "catalogue/list-books").idempotency = { mode: "none" };
    },
    [],
  ),
);

valid("design/write-without-idempotency", "a DELETE", () =>
  runCheck(
    writeWithoutIdempotencyCheck,
    (design) => {
      operationOf(design, "catalogue/remove-copy").idempotency = { mode: "none" };
    },
    [],
  ),
);

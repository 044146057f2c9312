import { errorRegistryIncompleteCheck } from "../../../src/checks/design/error-registry-incomplete.ts";
import { invalid, valid } from "../../support/cases.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/error-registry-incomplete", "the sample", () =>
  runCheck(errorRegistryIncompleteCheck, () => {}, []),
);

invalid("design/error-registry-incomplete", "no 404", () =>
  runCheck(
    errorRegistryIncompleteCheck,
    (design) => {
      design.system.api.errors = design.system.api.errors.filter(({ status }) => status !== 404);
    },
    ["system/api"],
  ),
);

invalid("design/error-registry-incomplete", "no 429 in spite of limits", () =>
  runCheck(
    errorRegistryIncompleteCheck,
    (design) => {
      design.system.api.errors = design.system.api.errors.filter(({ status }) => status !== 429);
    },
    ["system/api"],
  ),
);

valid("design/error-registry-incomplete", "no 429 without limits", () =>
  runCheck(
    errorRegistryIncompleteCheck,
    (design) => {
      design.system.api.errors = design.system.api.errors.filter(({ status }) => status !== 429);
      design.system.api.rateLimits = [];
    },
    [],
  ),
);

valid("design/error-registry-incomplete", "a teapot besides", () =>
  runCheck(
    errorRegistryIncompleteCheck,
    (design) => {
      design.system.api.errors.push({
        id: "teapot",
        status: 418,
        name: "Teapot",
        retryable: false,
        clientAction: "Ask for tea.",
      });
    },
    [],
  ),
);

import { listInColumnCheck } from "../../../src/checks/design/list-in-column.ts";
import { invalid, valid } from "../../support/cases.ts";
import { fieldOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/list-in-column", "the sample", () => runCheck(listInColumnCheck, () => {}, []));

invalid("design/list-in-column", "a plural name with separated samples", () =>
  runCheck(
    listInColumnCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/member/full-name"), {
        name: "Hobbies",
        samples: ["chess, go, music"],
      });
    },
    ["lending/entity/member/field/full-name"],
  ),
);

invalid("design/list-in-column", "ids in a text", () =>
  runCheck(
    listInColumnCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/member/full-name"), {
        name: "Friend ids",
        samples: [],
      });
    },
    ["lending/entity/member/field/full-name"],
  ),
);

valid("design/list-in-column", "a singular name whose value has a comma", () =>
  runCheck(
    listInColumnCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/member/full-name"), {
        name: "Full name",
        samples: ["Lovelace, Ada"],
      });
    },
    [],
  ),
);

valid("design/list-in-column", "a plural name of prose", () =>
  runCheck(
    listInColumnCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/member/full-name"), {
        name: "Notes",
        samples: ["Prefers mail, never calls back after eight in the evening."],
      });
    },
    [],
  ),
);

valid("design/list-in-column", "a word that ends with s", () =>
  runCheck(
    listInColumnCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/member/full-name"), {
        name: "Address",
        samples: ["Main Street 1, Berlin"],
      });
    },
    [],
  ),
);

import { repeatedGroupCheck } from "../../../src/checks/design/repeated-group.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, fieldOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/repeated-group", "the sample", () => runCheck(repeatedGroupCheck, () => {}, []));

invalid("design/repeated-group", "phone 1 and phone 2", () =>
  runCheck(
    repeatedGroupCheck,
    (design) => {
      fieldOf(design, "lending/member/email").name = "Phone 1";
      fieldOf(design, "lending/member/full-name").name = "phone2";
    },
    ["lending/entity/member"],
  ),
);

valid("design/repeated-group", "lines of an address", () =>
  runCheck(
    repeatedGroupCheck,
    (design) => {
      fieldOf(design, "lending/member/email").name = "Address line 1";
      fieldOf(design, "lending/member/full-name").name = "Address line 2";
    },
    [],
  ),
);

valid("design/repeated-group", "two standards that end with a number", () =>
  runCheck(
    repeatedGroupCheck,
    (design) => {
      fieldOf(design, "lending/member/email").name = "ISBN 10";
      fieldOf(design, "lending/member/full-name").name = "ISBN 13";
    },
    [],
  ),
);

valid("design/repeated-group", "it is on purpose", () =>
  runCheck(
    repeatedGroupCheck,
    (design) => {
      fieldOf(design, "lending/member/email").name = "Phone 1";
      fieldOf(design, "lending/member/full-name").name = "Phone 2";
      entityOf(design, "lending/member").denormalised = "Never more than two.";
    },
    [],
  ),
);

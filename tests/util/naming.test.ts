import { expect, test } from "vitest";
import { toCamel, toKebab, toPascal, toSnake, wordsOf } from "../../src/util/naming.ts";

test.each([
  ["IDs", "ids"],
  ["URLs", "urls"],
  ["APIs", "apis"],
  ["user IDs", "user ids"],
  ["userIDs", "user ids"],
  ["orderIDsByDay", "order ids by day"],
  ["parseURLsNow", "parse urls now"],
  ["IDsOf", "ids of"],
  ["PDFs/CSVs", "pdfs csvs"],
  ["HTTPServer", "http server"],
  ["HTTPStatus", "http status"],
  ["DNSSec", "dns sec"],
  ["APISpec", "api spec"],
  ["OrderLine", "order line"],
  ["ISBN13", "isbn13"],
  ["Straße der Möwe", "stra e der mowe"],
])("the words of %s are %s", (name, words) => {
  expect(wordsOf(name).join(" ")).toBe(words);
});

test("plural acronyms keep their form in every notation", () => {
  expect(toKebab("API URLs")).toBe("api-urls");
  expect(toSnake("External IDs")).toBe("external_ids");
  expect(toCamel("External IDs")).toBe("externalIds");
  expect(toPascal("External IDs")).toBe("ExternalIds");
});

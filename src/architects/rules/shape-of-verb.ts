import type { OperationShape } from "./domain-model.ts";

const SHAPES: Readonly<Record<Exclude<OperationShape, "command">, string>> = {
  create:
    "create add register open write submit post upload store record make define enter insert send schedule book request generate issue plan report build put place save initiate raise log file conclude lodge",
  list: "browse list search find filter query look for look up look at compare sort display discover retrieve see",
  read: "view read get show access check fetch track monitor inspect review receive preview download scan open keep track of",
  update:
    "update change edit modify rename adjust correct maintain customise customize amend manage configure personalize",
  delete: "delete remove erase clear drop discard",
};

/** Verbs of what happens on a screen or in somebody's head: no operation comes from them. */
const NOT_AN_OPERATION = new Set(
  (
    "be have want need know understand learn feel like use help let allow enable able go come keep " +
    "ensure make sure think hope avoid reduce improve increase become start begin stop try decide " +
    "prefer enjoy trust benefit love can could may would should shall must will do get able to want to " +
    "need to have to scroll click zoom tap swipe hover navigate resize drag press type highlight print " +
    "contain include consist belong refer relate support describe represent return require run design " +
    "develop implement perform handle process work operate follow up ensure that comply provide with " +
    "say differ demand notify inform alert remind push give exist deduct address ascend transfer recommend suggest link connect contact exceed answer expire lose lower raise-concern concern cost read from write to take chat play fight attend talk miss right prove learn leave left group streamline enhance facilitate optimize optimise simplify guarantee automate organize organise serve consider cater"
  ).split(" "),
);

/** What an action asks of the thing it is done to; `undefined` where it asks nothing of a backend. */
export function shapeOfVerb(verb: string): OperationShape | undefined {
  for (const [shape, verbs] of meanings) {
    if (verbs.has(verb)) return shape;
  }
  const [first = verb] = verb.split(" ");
  if (NOT_AN_OPERATION.has(verb) || NOT_AN_OPERATION.has(first)) return undefined;
  if (!/^[a-z]+$/.test(first)) return undefined;
  return "command";
}

const meanings: readonly (readonly [OperationShape, ReadonlySet<string>])[] = [
  ["create", phrases(SHAPES.create, ["set up", "fill in", "fill out"])],
  [
    "list",
    phrases(SHAPES.list, [
      "look for",
      "look up",
      "look at",
      "search for",
      "search through",
      "filter by",
    ]),
  ],
  ["read", phrases(SHAPES.read, ["keep track of", "keep track"])],
  ["update", phrases(SHAPES.update, ["set"])],
  ["delete", phrases(SHAPES.delete, [])],
];

function phrases(words: string, longer: readonly string[]): ReadonlySet<string> {
  return new Set([
    ...words
      .split(" ")
      .filter(
        (word) =>
          !/^(?:for|at|of|track|keep|up|set|look)$/.test(word) ||
          word === "track" ||
          word === "look",
      ),
    ...longer,
  ]);
}

import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { inScope } from "./demand-text.ts";

/** What one clause says that a thing has: "an order line has a product and a quantity". */
export interface StatedPart {
  /** Singular where the text is; lower case. */
  readonly owner: string;
  readonly part: string;
  readonly many: boolean;
  readonly unique: boolean;
  /** "belongs to": the owner refers to the part. */
  readonly belongs: boolean;
  readonly optional: boolean;
  readonly values?: readonly string[];
  readonly requirementId: string;
}

const HAS =
  /^(?:(?:an?|each|every|the|all)\s+)?([a-z][a-z -]{1,40}?)\s+(?:(must|should|can|may|will)\s+)?(has|have|contains?|includes?|consists? of|belongs? to)\s+(.+)$/i;
/** "open a shop with a name, a slug and a description". */
const MADE_WITH =
  /\b(?:create|open|register|add|write|submit|define|post|publish|make|set up|enter|save|issue|place|book|schedule|change|delete|edit|manage|maintain|upload|start|raise|request)\s+(?:(?:an?|the|my|new|his|her|their)\s+)*(?!and\b|or\b)([a-z][a-z ]{1,40}?)\s+with\s+(?=(?:an?|the|my|its|their)\s)(.+)$/i;
/** "register with full name, date of birth and e-mail": what is asked of whoever registers. */
const REGISTERS =
  /\b(?:lets?|allows?|enables?)\s+(?:an?|the)\s+([a-z ]{3,30}?)\s+(?:to\s+)?(?:register|sign up)\s+with\s+(.+)$/i;
const DETERMINER =
  /^(?:(?:an?|the|my|its|their|one|exactly one|at least one|zero or more|one or more|many|multiple|several|any number of|up to \w+)\s+)+/i;
const MANY =
  /^(?:at least one|zero or more|one or more|many|multiple|several|any number of|up to \w+)\s/i;

/** Reads the clauses that say of what a thing consists or to what it belongs. */
export function statedParts(reading: RequirementsReading): readonly StatedPart[] {
  return inScope(reading).flatMap(({ id, text }) =>
    text
      .slice(0, 4000)
      .split(/;\s+|\.\s+|\bAcceptance:\s+/)
      .flatMap((clause) => partsOfClause(clause.trim(), id)),
  );
}

function partsOfClause(clause: string, requirementId: string): readonly StatedPart[] {
  const registers = REGISTERS.exec(clause);
  if (registers !== null)
    return itemsOf(registers[2] ?? "", {
      owner: (registers[1] ?? "").toLowerCase(),
      belongs: false,
      optional: false,
      requirementId,
    });
  const made = MADE_WITH.exec(clause);
  if (made !== null) {
    const base = {
      owner: (made[1] ?? "").toLowerCase(),
      belongs: false,
      optional: false,
      requirementId,
    };
    const list = (made[2] ?? "").replace(/,?\s+so that .*$|\s+so that .*$/i, "");
    return itemsOf(
      list.replace(/ (?:for|from|to|in|of|that|which|when|at) [^,]*?(?=,| and |$)/gi, ""),
      base,
    );
  }
  const [first = "", ...others] = clause.split(/,\s+and may (?=have\b)| and may (?=have\b)/);
  const match = HAS.exec(first);
  const owner = match?.[1]?.toLowerCase() ?? "";
  if (
    match === null ||
    owner === "" ||
    /\b(?:i|we|you|it|they|who|that|which|user wants?|to|when|if|as)\b/.test(owner)
  )
    return [];
  const belongs = /^belong/i.test(match[3] ?? "");
  const optional = /^(?:may|can)$/i.test(match[2] ?? "");
  const base = { owner, belongs, requirementId };
  const parts = itemsOf(match[4] ?? "", { ...base, optional });
  const more = others.flatMap((other) =>
    itemsOf(other.replace(/^have\s+/i, ""), { ...base, belongs: false, optional: true }),
  );
  return [...parts, ...more];
}

function itemsOf(
  text: string,
  base: Pick<StatedPart, "owner" | "belongs" | "requirementId" | "optional">,
): readonly StatedPart[] {
  const list = text
    .replace(/\.$/, "")
    .replace(/\(([^)]*)\)/g, (_, inner: string) => `⟨${inner.replaceAll(",", "|")}⟩`);
  return list
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+(?:to\s+)?/i)
    .flatMap((item): readonly StatedPart[] => {
      const marks = /⟨([^⟩]*)⟩/.exec(item)?.[1] ?? "";
      const isEnum =
        !/\d|\b(?:unique|optional|required|chars?|characters|max\w*|min\w*|up to|e\.?g)\b/i.test(
          marks,
        );
      const values = !isEnum
        ? undefined
        : /⟨([^⟩]*)⟩/
            .exec(item)?.[1]
            ?.split(/\||\/| or /)
            .map((value) => value.trim())
            .filter((value) => value !== "");
      const bare = item
        .replace(/⟨[^⟩]*⟩/g, "")
        .trim()
        .replace(/^to\s+/i, "");
      const plain = bare
        .replace(DETERMINER, "")
        .replace(/^(?:unique|own|free)\s+(?!text\b)/i, "")
        .replace(/\s+of (?:at most|up to|at least|exactly|maximum|max\.?)\b.*$/i, "")
        .toLowerCase()
        .replace(
          /^(name|number|address|title|status|type|email|phone) of (?:the |an? )?([a-z]+)$/,
          "$2 $1",
        )
        .trim();
      if (plain === "" || plain.split(/\s+/).length > 4 || !/^[a-z][a-z0-9 -]*$/.test(plain))
        return [];
      return [
        {
          ...base,
          part: plain,
          many: MANY.test(bare),
          unique: /\bunique\b/i.test(`${bare} ${marks}`),
          ...(values === undefined || values.length < 2 ? {} : { values }),
        },
      ];
    });
}

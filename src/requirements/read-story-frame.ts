/** The parts of "As a <persona>, I want <means> so that <benefit>". */
export interface StoryFrame {
  /** As written: "camp administrator". */
  readonly personas: readonly string[];
  readonly means: string;
  readonly benefit?: string;
}

const OPENING = /^\W*as\s+(?:an?\s*\/\s*an?|an?|the|\(an?\))?\s*/i;
/** The order of behaviour-driven stories: "In order to plan, as a planner, I want …". */
const PURPOSE = /^\W*in order to\s+([^,]{2,300}),\s*(?=as an?\s)/i;
const ME = /[,;:]?\s+(?:I|we)\s*(?:['’]?m\b|['’]d\b|['’]ll\b|\b)/;
const BENEFIT =
  /[,;.]?\s*\b(?:so\s+that|so\s+(?=(?:I|we|they|he|she|it|that|the|my|our|users?|customers?|everyone)\b)|in\s+order\s+(?:to|that))\s*,?\s*/i;

/** Recognises a user story; `undefined` for any other statement. */
export function readStoryFrame(text: string): StoryFrame | undefined {
  const purpose = PURPOSE.exec(text.slice(0, 400));
  if (purpose !== null) {
    const frame = readStoryFrame(text.slice(purpose[0].length));
    return frame === undefined ? undefined : { benefit: purpose[1] ?? "", ...frame };
  }
  const opening = OPENING.exec(text);
  if (opening === null || !/^\W*as\s/i.test(opening[0])) return undefined;
  const rest = text.slice(opening[0].length);
  const me = ME.exec(rest.slice(0, 400)) ?? wish(rest);
  if (me === null) return undefined;
  const personas = personasOf(rest.slice(0, me.index));
  if (personas.length === 0) return undefined;
  const after = rest.slice(me.index).replace(/^[,;:\s]+/, "");
  const so = BENEFIT.exec(after);
  if (so === null) return { personas, means: after };
  const benefit = after.slice(so.index + so[0].length).trim();
  const means = after.slice(0, so.index).trim();
  return benefit === "" ? { personas, means } : { personas, means, benefit };
}

/** "an editor or a site manager (internal), working on …" names two personas. */
function personasOf(text: string): readonly string[] {
  const role = text.replace(/,\s+\p{Ll}+ing\b.*$/su, "").replace(/\s+interested in\b.*$/s, "");
  const names = role
    .split(/\s*,?\s+(?:or|and)\s+(?:an?\s+|the\s+)?(?=\p{L}+)/u)
    .map((name) => name.replace(/^[\s*_"“‘'`[<]+|[\s*_"”’'`\]>,;:]+$/g, ""))
    .filter((name) => name !== "");
  return names.some((name) => name.split(/\s+/).length > 8) ? [] : names;
}

/** "As a user, want to …": the pronoun is missing. */
function wish(rest: string): RegExpExecArray | null {
  return /,\s+(?=(?:want|need|should|can|must)\b)/.exec(rest.slice(0, 400));
}

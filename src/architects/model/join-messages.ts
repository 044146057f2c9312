/**
 * Messages of one cause as one: what they share is said once, and where they differ all of it is
 * listed. `the field has the sample "a" | "b", which is not base64`.
 */
export function joinMessages(messages: readonly string[]): string {
  const [first = [], ...others] = messages.map((message) => message.split(" "));
  if (others.length === 0) return first.join(" ");
  const shortest = Math.min(first.length, ...others.map(({ length }) => length));
  let start = 0;
  while (start < shortest && others.every((words) => words[start] === first[start])) start++;
  let end = 0;
  while (
    end < shortest - start &&
    others.every((words) => words.at(-1 - end) === first.at(-1 - end))
  ) {
    end++;
  }
  // Little in common: a list is easier to read.
  if (start + end < first.length / 2) return messages.join(" | ");
  const middles = [first, ...others].map((words) =>
    words.slice(start, words.length - end).join(" "),
  );
  const last = middles.pop() ?? "";
  const listed = [...middles.map((middle) => middle.replace(/[,;]$/, "")), last].join(" | ");
  const parts = [
    first.slice(0, start).join(" "),
    listed,
    first.slice(first.length - end).join(" "),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

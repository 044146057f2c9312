import type { Files } from "../host/host.ts";
import { digest } from "../util/digest.ts";
import type { Change } from "./change.ts";
import { formatJournal, type JournalEntry, parseJournal } from "./journal-entry.ts";
import { obstruction } from "./obstruction.ts";
import { JOURNAL_FOLDER } from "./package-path.ts";
import { removeEmptyFoldersAbove, removeEmptyTree, removeTree } from "./remove-tree.ts";
import { validateChanges } from "./validate-changes.ts";

/** What a recovery found and did. */
export type Recovery = "nothing" | "rolled-back" | "rolled-forward";

const JOURNAL = `${JOURNAL_FOLDER}/journal.json`;
const STAGED = `${JOURNAL_FOLDER}/staged`;

/**
 * Changes a tree of files as one step. New contents are staged, a journal is put in place by one
 * rename, and only then is the tree touched. Stop it anywhere: after `recoverJournal` the tree is
 * the old or the new one, byte for byte. Throws where a path leaves the root or cannot be a file.
 * Two processes that write one root at once are not kept apart: one of them may fail, and `check`
 * then finds what is left of it; but no file ever gets the content that is meant for another.
 */
export async function writeJournalled(
  files: Files,
  root: string,
  changes: readonly Change[],
): Promise<void> {
  await recoverJournal(files, root);
  await validateChanges(files, root, changes);
  const effective = await onlyEffective(files, root, changes);
  if (effective.length === 0) return;

  const entries: JournalEntry[] = [];
  for (const [number, { path, content }] of effective.entries()) {
    if (content === undefined) {
      entries.push({ path });
      continue;
    }
    const staged = { number, digest: digest(content) };
    await files.write(stagedPath(root, staged), content);
    entries.push({ path, staged });
  }
  // A torn draft is thrown away by a recovery; the rename is the moment of commitment.
  await files.write(`${root}/${JOURNAL}.draft`, formatJournal(entries));
  await files.rename(`${root}/${JOURNAL}.draft`, `${root}/${JOURNAL}`);

  await rollForward(files, root, entries);
}

/** Ends what a stopped `writeJournalled` began. May be stopped and run again. */
export async function recoverJournal(files: Files, root: string): Promise<Recovery> {
  await validateChanges(files, root, []);
  const leftovers = await files.list(`${root}/${JOURNAL_FOLDER}`);
  if (leftovers === undefined) return "nothing";

  const content = await files.read(`${root}/${JOURNAL}`);
  if (content === undefined) {
    await rollBack(files, root);
    return leftovers.length === 0 ? "nothing" : "rolled-back";
  }
  const entries = parseJournal(content);
  if (entries === undefined) throw damaged(root, "is not a journal of groundplan");
  await validateChanges(files, root, entries.map(toChange));
  await verifyStaged(files, root, entries);
  await rollForward(files, root, entries);
  return "rolled-forward";
}

/** Every step may already have been taken by a run that was stopped. */
async function rollForward(
  files: Files,
  root: string,
  entries: readonly JournalEntry[],
): Promise<void> {
  // Removals first: a file may make room for a folder of its name, and the other way round.
  for (const { path, staged } of entries) {
    if (staged !== undefined) continue;
    const found = await files.read(`${root}/${path}`);
    if (found !== undefined) await files.remove(`${root}/${path}`);
    await removeEmptyFoldersAbove(files, root, path);
  }
  for (const { path, staged } of entries) {
    if (staged === undefined) continue;
    const source = stagedPath(root, staged);
    if ((await files.read(source)) === undefined) continue;
    await removeEmptyTree(files, `${root}/${path}`);
    await files.rename(source, `${root}/${path}`);
  }
  // The journal goes last: as long as it is there, a recovery knows that the new tree holds.
  await removeTree(files, `${root}/${STAGED}`);
  await files.remove(`${root}/${JOURNAL}`);
  await removeTree(files, `${root}/${JOURNAL_FOLDER}`);
}

/** Nothing outside the folder of the journal was touched yet. */
async function rollBack(files: Files, root: string): Promise<void> {
  await removeTree(files, `${root}/${JOURNAL_FOLDER}`);
  const entries = await files.list(root);
  // A root that the stopped run made goes too, but never the ground that somebody stands on.
  if (entries?.length === 0 && files.resolve(root) !== files.resolve(".")) await files.remove(root);
}

async function onlyEffective(
  files: Files,
  root: string,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  const effective: Change[] = [];
  for (const change of changes) {
    const { content } = change;
    const found = await files.read(`${root}/${change.path}`);
    const asWanted =
      content === undefined
        ? found === undefined
        : found !== undefined && digest(found) === digest(content);
    if (!asWanted) effective.push(change);
  }
  return effective;
}

/** Before the first step of a recovery, so that a damaged journal changes nothing. */
async function verifyStaged(
  files: Files,
  root: string,
  entries: readonly JournalEntry[],
): Promise<void> {
  for (const { path, staged } of entries) {
    if (staged === undefined) continue;
    const waiting = await files.read(stagedPath(root, staged));
    const content = waiting ?? (await files.read(`${root}/${path}`));
    if (content === undefined || digest(content) !== staged.digest) {
      throw damaged(root, `promises a content for ${path} that is not there`);
    }
  }
}

/** Named by its content as well: what another run stages at the same time is never taken for it. */
function stagedPath(root: string, staged: NonNullable<JournalEntry["staged"]>): string {
  return `${root}/${STAGED}/${staged.number}-${staged.digest.slice(0, 16)}`;
}

function toChange({ path, staged }: JournalEntry): Change {
  return staged === undefined ? { path } : { path, content: "" };
}

function damaged(root: string, problem: string): Error {
  return obstruction(
    `${root}/${JOURNAL}, left by a stopped run, ${problem}: restore ${root} from version control, ` +
      `remove ${root}/${JOURNAL_FOLDER} and run the command again`,
  );
}

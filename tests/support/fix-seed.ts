import fc from "fast-check";

/**
 * Ordinary runs draw the same cases each time, so that a change is judged by itself: what is red is
 * red because of it. `FC_SEED=$RANDOM` looks elsewhere, and the same number looks there again.
 */
const seed = Number(process.env["FC_SEED"] ?? 2026);
if (!Number.isSafeInteger(seed)) throw new Error("FC_SEED takes a whole number");
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

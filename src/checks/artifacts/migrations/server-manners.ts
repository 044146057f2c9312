/** How an engine changes a table, the strictest way first. */
export interface ServerManner {
  /** What follows `ALTER TABLE …, ` and is refused where the engine would have to do more. */
  readonly clause: string;
  /** What it means for everybody else. */
  readonly effect: string;
}

const INSTANT = "changes the definition only";
const IN_PLACE = "works on the table beside reads and writes";
const SHARED = "stops writes until it is done";

/**
 * MariaDB from 10.3 (Server Documentation, "InnoDB Online DDL Overview"): INSTANT touches no page of
 * the table, NOCOPY does not write the clustered index anew, INPLACE may.
 */
export const mariadbManners: readonly ServerManner[] = [
  { clause: "ALGORITHM=INSTANT, LOCK=NONE", effect: INSTANT },
  { clause: "ALGORITHM=NOCOPY, LOCK=NONE", effect: IN_PLACE },
  { clause: "ALGORITHM=INPLACE, LOCK=NONE", effect: `writes it anew, and ${IN_PLACE}` },
  { clause: "ALGORITHM=INPLACE, LOCK=SHARED", effect: SHARED },
  { clause: "ALGORITHM=COPY, LOCK=NONE", effect: `copies it, and ${IN_PLACE}` },
  { clause: "ALGORITHM=COPY, LOCK=SHARED", effect: `copies the table; ${SHARED}` },
];

/** MySQL 8 (Reference Manual, 17.12 "InnoDB and Online DDL"): INSTANT takes no word about locks. */
export const mysqlManners: readonly ServerManner[] = [
  { clause: "ALGORITHM=INSTANT", effect: INSTANT },
  { clause: "ALGORITHM=INPLACE, LOCK=NONE", effect: IN_PLACE },
  { clause: "ALGORITHM=INPLACE, LOCK=SHARED", effect: SHARED },
  { clause: "ALGORITHM=COPY, LOCK=SHARED", effect: `copies the table; ${SHARED}` },
];

import type { DatabaseEngine } from "../../design/database-engine.ts";
import type { MigrationFormat } from "../../design/migration-format.ts";

/** What a job needs to run the migrations of one context: a database, and the steps. */
export interface MigrationSteps {
  /** The container that the database runs in; an engine of the process has none. */
  readonly service?: object;
  readonly env: Readonly<Record<string, string>>;
  readonly steps: readonly object[];
}

/** How an engine is reached from a shell. */
interface Shell {
  readonly service?: object;
  readonly url: string;
  /** Runs the file `$file`, and stops at the first error. */
  readonly run: string;
  /** Prints the rows of the queries in `$file`, and nothing else. */
  readonly query: string;
}

const FOLDER = '"$PACKAGE/database/${{ matrix.context }}"';

/** Up, down and up again on the engine itself, then the checks: a row is a violation. */
export function migrationSteps(engine: DatabaseEngine, format: MigrationFormat): MigrationSteps {
  const { service, url, run, query } = shellOf(engine);
  return {
    ...(service === undefined ? {} : { service }),
    env: { DATABASE_URL: url },
    steps: [
      ...migrateSteps(run, format),
      {
        name: "No row breaks a rule",
        run: [
          `for file in ${FOLDER}/checks/*.sql; do`,
          `  rows=$(${query})`,
          '  test -z "$rows" || { echo "$file: $rows"; exit 1; }',
          "done",
          "",
        ].join("\n"),
      },
    ],
  };
}

function migrateSteps(run: string, format: MigrationFormat): readonly object[] {
  const migrations = `${FOLDER}/migrations`;
  switch (format) {
    case "golang-migrate": {
      const up = `for file in $(ls ${migrations}/*.up.sql); do ${run}; done`;
      const down = `for file in $(ls -r ${migrations}/*.down.sql); do ${run}; done`;
      return [{ name: "Up, down, up", run: `${up}\n${down}\n${up}\n` }];
    }
    case "dbmate": {
      const dbmate = `npx --yes dbmate --migrations-dir ${migrations} --no-dump-schema`;
      return [{ name: "Up, down, up", run: `${dbmate} up\n${dbmate} rollback\n${dbmate} up\n` }];
    }
    case "flyway": {
      // Undo is not in the free edition, so that only the way up is run here.
      const mount = `--volume ${migrations}:/flyway/sql --network host`;
      const target = '-url="jdbc:${DATABASE_URL/\\/\\/*@/\\/\\/}" -user=root -password=secret';
      return [{ name: "Up", run: `docker run --rm ${mount} flyway/flyway ${target} migrate\n` }];
    }
    default:
      return format satisfies never;
  }
}

function shellOf(engine: DatabaseEngine): Shell {
  switch (engine) {
    case "postgresql":
      return {
        service: {
          image: "postgres:15",
          env: { POSTGRES_USER: "root", POSTGRES_PASSWORD: "secret", POSTGRES_DB: "design" },
          ports: ["5432:5432"],
          options: "--health-cmd pg_isready --health-interval 5s --health-retries 10",
        },
        url: "postgresql://root:secret@localhost:5432/design?sslmode=disable",
        run: 'psql "$DATABASE_URL" --quiet --set ON_ERROR_STOP=1 --file "$file"',
        query: 'psql "$DATABASE_URL" --quiet --tuples-only --no-align --file "$file"',
      };
    case "mysql":
    case "mariadb":
      return {
        service: {
          image: engine === "mysql" ? "mysql:8.4" : "mariadb:10.11",
          env: { MYSQL_ROOT_PASSWORD: "secret", MYSQL_DATABASE: "design" },
          ports: ["3306:3306"],
          options:
            '--health-cmd "mysqladmin ping || mariadb-admin ping" --health-interval 5s --health-retries 20',
        },
        url: "mysql://root:secret@localhost:3306/design",
        run: 'mysql --host 127.0.0.1 --user root --password=secret design < "$file"',
        query:
          'mysql --host 127.0.0.1 --user root --password=secret --skip-column-names design < "$file"',
      };
    case "sqlite":
      return {
        url: "sqlite:design.db",
        run: 'sqlite3 -bail design.db < "$file"',
        query: 'sqlite3 design.db < "$file"',
      };
    default:
      return engine satisfies never;
  }
}

import {
  DefaultQueryExecutor,
  QueryCreator,
  SqliteAdapter,
  SqliteQueryCompiler,
  type DatabaseConnection,
} from 'kysely'
import type { Tables } from './tables.ts'

/** Pieces of SQL that the builder has no words for; values in them are bound all the same. */
export { sql } from 'kysely'

/** Tables and columns are in camelCase where queries are built, in snake_case in SQL. */
class SnakeCase extends SqliteQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    const snake = identifier.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    return super.sanitizeIdentifier(snake)
  }
}

/** Builds typed queries and never runs one: a stray `.execute()` fails at once (HOUSE section 6). */
const nowhere = {
  provideConnection(): Promise<never> {
    return Promise.reject(new Error('queries are run by Store, not by Kysely'))
  },
} satisfies { provideConnection<T>(use: (it: DatabaseConnection) => Promise<T>): Promise<T> }

/**
 * The query builder; tables and columns in camelCase. Only that part of Kysely that builds: its
 * drivers, schemas and plugins would be read at every start.
 */
export const query: Pick<
  QueryCreator<Tables>,
  'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom'
> = new QueryCreator<Tables>({
  executor: new DefaultQueryExecutor(new SnakeCase(), new SqliteAdapter(), nowhere),
})

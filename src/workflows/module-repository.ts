export type Manager = { execute(sql: string, parameters: unknown[]): Promise<Record<string, unknown>[]> }
type Repository = { transaction<Result>(task: (manager: Manager) => Promise<Result>): Promise<Result> }

const isRepository = (value: unknown): value is Repository =>
  typeof value === "object" &&
  value !== null &&
  "transaction" in value &&
  typeof value.transaction === "function"

/**
 * The repository of one of Medusa's modules: a transaction that several of the module's calls can share, for the few things
 * that its service cannot do by itself.
 * @throws Error that names the module, should a version of Medusa no longer give it.
 */
export function repositoryOf(service: object, moduleName: string): Repository {
  const repository: unknown = "baseRepository_" in service ? service.baseRepository_ : undefined
  if (!isRepository(repository)) {
    throw new Error(
      `This version of Medusa's ${moduleName} module gives no transaction; medusa-plugin-marketplaces needs one`,
    )
  }
  return repository
}

import { spawn, type ChildProcess } from "node:child_process"
import { randomBytes } from "node:crypto"
import { readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "pg"
import { onServer, urlOf } from "./test-server"

const root = join(__dirname, "..", "..")
const cli = join(root, "node_modules", "@medusajs", "cli", "cli.js")

type Ended = { code: number | null; signal: NodeJS.Signals | null; output: string }

/** A database of its own that several processes of ours work on, with their environment. */
export class ScaleDatabase {
  private constructor(
    readonly name: string,
    private readonly environment: Record<string, string>,
    private readonly client: Client,
  ) {}

  /** Creates and migrates it; `environment` is what every process gets. */
  static async create(environment: Record<string, string>): Promise<ScaleDatabase> {
    const name = `marketplaces_scale_${randomBytes(4).toString("hex")}`
    await onServer(`CREATE DATABASE ${name}`)
    const client = new Client({ connectionString: urlOf(name) })
    await client.connect()
    const database = new ScaleDatabase(name, environment, client)
    const { code, output } = await database.medusa(
      ["db:migrate", "--execute-all-links", "--skip-scripts"],
      {},
    )
    if (code !== 0) throw new Error(`The migration failed:\n${output}`)
    return database
  }

  async query<Row = Record<string, unknown>>(statement: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.client.query(statement, parameters)).rows as Row[]
  }

  /** Runs a worker and waits for its end, however it comes. */
  async worker(environment: Record<string, string>): Promise<Ended> {
    return this.medusa(["exec", "./integration-tests/scale/worker/worker.ts"], environment)
  }

  /** Runs a worker that must succeed and gives what it wrote to OUT. */
  async workerResult<Result>(environment: Record<string, string>): Promise<Result> {
    const out = join(tmpdir(), `${this.name}-${randomBytes(4).toString("hex")}.json`)
    const { code, signal, output } = await this.worker({ ...environment, OUT: out })
    if (code !== 0) throw new Error(`The worker ended with ${code ?? signal}:\n${output}`)
    const result = JSON.parse(readFileSync(out, "utf8")) as Result
    rmSync(out)
    return result
  }

  /** Starts a store that runs until it is killed. */
  start(environment: Record<string, string>): ChildProcess {
    return this.spawn(["start"], environment, "ignore")
  }

  private spawn(
    parameters: string[],
    environment: Record<string, string>,
    output: "ignore" | "pipe",
  ): ChildProcess {
    const { NODE_OPTIONS: _jestOptions, ...inherited } = process.env
    return spawn(process.execPath, [cli, ...parameters], {
      cwd: root,
      env: {
        ...inherited,
        NODE_ENV: "test",
        MEDUSA_DISABLE_TELEMETRY: "1",
        LOG_LEVEL: "error",
        DATABASE_URL: urlOf(this.name),
        ...this.environment,
        ...environment,
      },
      stdio: ["ignore", output, output],
    })
  }

  private medusa(parameters: string[], environment: Record<string, string>): Promise<Ended> {
    const child = this.spawn(parameters, environment, "pipe")
    let output = ""
    const keep = (data: Buffer) => {
      output = (output + data.toString()).slice(-20_000)
    }
    child.stdout?.on("data", keep)
    child.stderr?.on("data", keep)
    return new Promise((resolve, reject) => {
      child.on("error", reject)
      child.on("close", (code, signal) => resolve({ code, signal, output }))
    })
  }

  async drop(): Promise<void> {
    await this.client.end()
    await onServer(`DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`)
  }
}

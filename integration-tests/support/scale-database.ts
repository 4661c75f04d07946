import { spawn, type ChildProcess } from "node:child_process"
import { randomBytes } from "node:crypto"
import { readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { WorkerProcess, type Ended } from "./worker-process"
import { onServer, query, urlOf } from "./test-server"

const root = join(__dirname, "..", "..")
const cli = join(root, "node_modules", "@medusajs", "cli", "cli.js")

type Environment = Record<string, string>

const aName = (): string => `marketplaces_scale_${randomBytes(4).toString("hex")}`

/** A database of its own that several processes of ours work on, with their environment. */
export class ScaleDatabase {
  /** Boots while another one works: nobody has to wait for it when its turn comes. */
  private next?: WorkerProcess

  private constructor(
    readonly name: string,
    private readonly environment: Environment,
  ) {}

  /** Creates and migrates it; `environment` is what every process gets. */
  static async create(environment: Environment = {}): Promise<ScaleDatabase> {
    const database = new ScaleDatabase(aName(), environment)
    await onServer(`CREATE DATABASE ${database.name}`)
    const { code, output } = await WorkerProcess.start(
      [cli, "db:migrate", "--execute-all-links", "--skip-scripts"],
      database.surroundings(),
    ).ended
    if (code !== 0) throw new Error(`The migration failed:\n${output}`)
    return database
  }

  /** Another one that begins as this one is now; nothing may run on this one. */
  async copy(environment: Environment): Promise<ScaleDatabase> {
    await this.next?.end()
    this.next = undefined
    const copy = new ScaleDatabase(aName(), environment)
    await onServer(`CREATE DATABASE ${copy.name} TEMPLATE ${this.name}`)
    return copy
  }

  async query<Row = Record<string, unknown>>(statement: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await query(this.name, statement, parameters)) as Row[]
  }

  /** Runs a worker and waits for its end, however it comes. */
  async worker(environment: Environment): Promise<Ended> {
    return (await this.workers([environment]))[0]
  }

  /** Runs workers at the same time: all have booted before the first begins. */
  async workers(environments: Environment[]): Promise<Ended[]> {
    const booted = environments.map((_environment, index) => (index === 0 && this.next) || this.boot())
    await Promise.all(booted.map(({ ready }) => ready))
    this.next = this.boot()
    return Promise.all(booted.map((worker, index) => worker.begin(environments[index])))
  }

  /** Runs a worker that must succeed and gives what it wrote to OUT. */
  async workerResult<Result>(environment: Environment): Promise<Result> {
    const out = join(tmpdir(), `${this.name}-${randomBytes(4).toString("hex")}.json`)
    const { code, signal, output } = await this.worker({ ...environment, OUT: out })
    if (code !== 0) throw new Error(`The worker ended with ${code ?? signal}:\n${output}`)
    const result = JSON.parse(readFileSync(out, "utf8")) as Result
    rmSync(out)
    return result
  }

  /** Starts a store that runs until it is killed. */
  start(environment: Environment): ChildProcess {
    return spawn(process.execPath, [cli, "start"], {
      cwd: root,
      env: { ...this.surroundings(), ...environment },
      stdio: "ignore",
    })
  }

  private boot(): WorkerProcess {
    return WorkerProcess.start(
      [cli, "exec", "./integration-tests/scale/worker/worker.ts"],
      this.surroundings(),
    )
  }

  private surroundings(): NodeJS.ProcessEnv {
    const { NODE_OPTIONS: _jestOptions, ...inherited } = process.env
    return {
      ...inherited,
      NODE_ENV: "test",
      MEDUSA_DISABLE_TELEMETRY: "1",
      LOG_LEVEL: "error",
      DATABASE_URL: urlOf(this.name),
      ...this.environment,
    }
  }

  async drop(): Promise<void> {
    await this.next?.end()
    await onServer(`DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`)
  }
}

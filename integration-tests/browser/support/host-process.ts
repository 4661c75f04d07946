import { spawn, type ChildProcess } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs"
import { createServer, type AddressInfo } from "node:net"
import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { logs, prepared } from "./surroundings"

const PATIENCE_MS = 120_000
const GRACE_MS = 8_000

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The built shop in production mode, on a free port of this machine. */
export class HostProcess {
  private constructor(
    readonly url: string,
    readonly log: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(name: string, environment: Record<string, string>): Promise<HostProcess> {
    const port = await freePort()
    mkdirSync(logs, { recursive: true })
    const log = path.join(logs, `browser-${name}.log`)
    const out = openSync(log, "w")
    const { NODE_OPTIONS: _jestOptions, ...inherited } = process.env
    const cli = path.join("..", "..", "node_modules", "@medusajs", "cli", "cli.js")
    const child = spawn(process.execPath, [cli, "start", "--host", "127.0.0.1", "--port", String(port)], {
      cwd: prepared().shopFolder,
      // Not detached: it belongs to the group of the test run, and ends with it when a person presses Ctrl-C.
      stdio: ["ignore", out, out],
      env: {
        ...inherited,
        MEDUSA_DISABLE_TELEMETRY: "1",
        LOG_LEVEL: "info",
        NODE_ENV: "production",
        // A browser drops the Secure cookie of production mode over plain http.
        LOCAL_HTTP_COOKIES: "true",
        JWT_SECRET: "browser-tests",
        COOKIE_SECRET: "browser-tests",
        MARKETPLACE_ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
        REDIS_URL: "",
        PORT: String(port),
        ...environment,
      },
    })
    closeSync(out)
    const host = new HostProcess(`http://127.0.0.1:${port}`, log, child)
    await host.waitForHealth()
    return host
  }

  private async waitForHealth(): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until && this.child.exitCode === null;) {
      const answer = await fetch(`${this.url}/health`).catch(() => undefined)
      if (answer?.ok) return
      await wait(200)
    }
    await this.stop()
    const end = readFileSync(this.log, "utf8").split("\n").slice(-30).join("\n")
    throw new Error(`The host did not start. Its log ${this.log} ends with:\n${end}`)
  }

  /** Politely, and after the grace period for good. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const gone = new Promise((resolve) => this.child.once("exit", resolve))
    this.child.kill("SIGTERM")
    const forGood = setTimeout(() => this.child.kill("SIGKILL"), GRACE_MS)
    await gone
    clearTimeout(forGood)
  }
}

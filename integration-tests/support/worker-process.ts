import { spawn, type ChildProcess } from "node:child_process"
import { join } from "node:path"

const root = join(__dirname, "..", "..")

export type Ended = { code: number | null; signal: NodeJS.Signals | null; output: string }

/** A process of ours, of which its end and what it printed are told. One that says that it is ready waits for its task. */
export class WorkerProcess {
  readonly ended: Promise<Ended>
  /** When it waits for its task, or has ended before that. */
  readonly ready: Promise<unknown>

  private constructor(private readonly child: ChildProcess) {
    let output = ""
    const keep = (data: Buffer) => {
      output = (output + data.toString()).slice(-20_000)
    }
    child.stdout?.on("data", keep)
    child.stderr?.on("data", keep)
    this.ended = new Promise((resolve, reject) => {
      child.once("error", reject)
      child.once("close", (code, signal) => resolve({ code, signal, output }))
    })
    this.ready = Promise.race([new Promise((resolve) => child.once("message", resolve)), this.ended])
  }

  static start(parameters: string[], environment: NodeJS.ProcessEnv): WorkerProcess {
    const stdio = ["ignore", "pipe", "pipe", "ipc"] as const
    return new WorkerProcess(
      spawn(process.execPath, parameters, { cwd: root, env: environment, stdio: [...stdio] }),
    )
  }

  /** Gives it its task, and waits for its end, however it comes. */
  begin(environment: Record<string, string>): Promise<Ended> {
    if (this.child.connected) this.child.send(environment)
    return this.ended
  }

  /** Ends it for good. */
  async end(): Promise<void> {
    this.child.kill("SIGKILL")
    await this.ended
  }
}

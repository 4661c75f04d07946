/** Everything a script tells a person goes through here: plain sentences, one a line. */
export const say = (sentence = "") => process.stdout.write(`${sentence}\n`)

export const complain = (sentence) => process.stderr.write(`${sentence}\n`)

/** An error whose message is meant for the person at the terminal: what happened and what to do next. */
export class Trouble extends Error {}

/** Runs a script's main function: trouble is told as a sentence, anything unforeseen with its stack. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? 0
  } catch (error) {
    complain("")
    complain(error instanceof Trouble ? error.message : (error?.stack ?? String(error)))
    process.exitCode = 1
  }
}

import { medusaCommand } from "./medusa.mjs"
import { root } from "./paths.mjs"
import { ensureDatabase, query } from "./postgres-server.mjs"
import { fingerprint } from "./sources.mjs"

const PREFIX = "marketplaces_template_"

/** The screens are no part of a database. */
const isScreen = (file) => file.startsWith("src/admin/")

const sources = () =>
  fingerprint({
    folders: ["src", "scripts/seed"],
    files: ["medusa-config.ts", "package-lock.json", "scripts/seed-demo.ts"],
    except: isScreen,
  })

/** Newest first: PostgreSQL counts its object ids up. */
const templatesOf = async (urlOf) => {
  const { rows } = await query(
    urlOf("postgres"),
    `select datname from pg_database where datname like '${PREFIX}%' order by oid desc`,
  )
  return rows.map(({ datname }) => datname)
}

/** On a server that stays, so many are left for runs that still use an older one. */
const KEPT = 5

/**
 * A database with all tables, the demo's shop and its administrator, to be copied with CREATE DATABASE ... TEMPLATE. On
 * a server that stays it is made once for the same sources. `urlOf` gives the address of a database of the server.
 */
export async function prepareTemplate({ urlOf, admin }) {
  const name = `${PREFIX}${sources()}`
  const known = await templatesOf(urlOf)
  if (known.includes(name)) {
    return { name, reused: true }
  }
  for (const old of known.slice(KEPT)) {
    await query(urlOf("postgres"), `drop database if exists "${old}" with (force)`)
  }
  // Under another name until it is complete: a run that is cut off leaves no half template behind.
  const unfinished = `${PREFIX}unfinished_${process.pid}`
  await ensureDatabase(urlOf(unfinished))
  const step = {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: urlOf(unfinished),
      NODE_ENV: "test",
      LOG_LEVEL: "error",
      MEDUSA_DISABLE_TELEMETRY: "1",
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
    },
  }
  await medusaCommand(["db:migrate", "--execute-all-links", "--skip-scripts"], {
    ...step,
    what: "Creating the tables",
    name: "template-migrate",
  })
  await medusaCommand(["exec", "./scripts/seed-demo.ts"], {
    ...step,
    what: "Filling the shop",
    name: "template-seed",
  })
  await query(urlOf("postgres"), `alter database "${unfinished}" rename to "${name}"`)
  return { name, reused: false }
}

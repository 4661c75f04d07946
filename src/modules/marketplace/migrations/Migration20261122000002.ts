import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What models cannot say: history is append-only, a cursor goes forward, states follow their table, rows belong to an
 * account. The transitions repeat `states.ts` as they were when this was written; a test holds the latest equal.
 */
const transitions: Record<string, Record<string, string[]>> = {
  marketplace_account: {
    connected: ["paused", "needs_reauthorization"],
    paused: ["connected", "needs_reauthorization"],
    needs_reauthorization: ["connected", "paused"],
  },
  marketplace_order: {
    waiting: ["blocked", "ready", "review", "imported", "canceled", "ignored"],
    blocked: ["waiting", "ready", "review", "imported", "canceled", "ignored"],
    ready: ["waiting", "blocked", "review", "imported", "canceled", "ignored"],
    review: ["waiting", "blocked", "ready", "imported", "canceled", "ignored"],
    imported: ["canceled"],
    canceled: [],
    ignored: ["waiting", "blocked", "ready", "review", "imported", "canceled"],
  },
  marketplace_run: {
    queued: ["running", "failed"],
    running: ["queued", "done", "failed"],
    done: [],
    failed: [],
  },
}

const ofAccount = ["marketplace_site", "sync_cursor", "product_mapping", "marketplace_order", "marketplace_run"]

export class Migration20261122000002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      CREATE OR REPLACE FUNCTION marketplace_refuse_history_change() RETURNS trigger AS $$
      BEGIN
        RAISE EXCEPTION 'history_entry is append-only: % refused', TG_OP;
      END $$ LANGUAGE plpgsql;`)
    this.addSql(`
      CREATE OR REPLACE TRIGGER history_entry_append_only BEFORE UPDATE OR DELETE ON history_entry
      FOR EACH ROW EXECUTE FUNCTION marketplace_refuse_history_change();`)

    this.addSql(`
      CREATE OR REPLACE FUNCTION marketplace_refuse_cursor_back() RETURNS trigger AS $$
      BEGIN
        IF NEW.moved_back_by IS NULL OR NEW.moved_back_at IS NOT DISTINCT FROM OLD.moved_back_at THEN
          RAISE EXCEPTION 'sync_cursor of % moves back only by a named person: % to %',
            OLD.account_id, OLD.position, NEW.position;
        END IF;
        RETURN NEW;
      END $$ LANGUAGE plpgsql;`)
    this.addSql(`
      CREATE OR REPLACE TRIGGER sync_cursor_forward BEFORE UPDATE ON sync_cursor
      FOR EACH ROW WHEN (NEW.position < OLD.position) EXECUTE FUNCTION marketplace_refuse_cursor_back();`)

    this.addSql(`
      CREATE OR REPLACE FUNCTION marketplace_check_transition() RETURNS trigger AS $$
      BEGIN
        IF NOT (TG_ARGV[0]::jsonb -> OLD.state) @> to_jsonb(NEW.state) THEN
          RAISE EXCEPTION '% %: "%" cannot become "%"', TG_TABLE_NAME, OLD.id, OLD.state, NEW.state;
        END IF;
        RETURN NEW;
      END $$ LANGUAGE plpgsql;`)
    for (const [table, allowed] of Object.entries(transitions)) {
      this.addSql(`
        CREATE OR REPLACE TRIGGER ${table}_transitions BEFORE UPDATE OF state ON ${table}
        FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
        EXECUTE FUNCTION marketplace_check_transition('${JSON.stringify(allowed)}');`)
    }

    for (const table of ofAccount) {
      this.addSql(`ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${table}_account;`)
      this.addSql(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_account FOREIGN KEY (account_id) REFERENCES marketplace_account (id);`,
      )
    }
  }

  override async down(): Promise<void> {
    for (const table of ofAccount) this.addSql(`ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${table}_account;`)
    for (const table of Object.keys(transitions)) this.addSql(`DROP TRIGGER IF EXISTS ${table}_transitions ON ${table};`)
    this.addSql(`DROP TRIGGER IF EXISTS sync_cursor_forward ON sync_cursor;`)
    this.addSql(`DROP TRIGGER IF EXISTS history_entry_append_only ON history_entry;`)
    for (const name of ["refuse_history_change", "refuse_cursor_back", "check_transition"]) {
      this.addSql(`DROP FUNCTION IF EXISTS marketplace_${name}();`)
    }
  }
}

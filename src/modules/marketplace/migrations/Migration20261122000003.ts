import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122000003 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "marketplace_order" add column if not exists "personal_data_until" timestamptz null, add column if not exists "personal_data_purged_at" timestamptz null;`);
    // What the purge still has to do. Orders of removed accounts belong to it (what became of them in Medusa expires all the
    // same), so it must not say "deleted_at IS NULL", which Medusa adds to every index that a model declares.
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_personal_data_until" ON "marketplace_order" ("personal_data_until") WHERE personal_data_until IS NOT NULL AND personal_data_purged_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_marketplace_order_personal_data_until";`);
    this.addSql(`alter table if exists "marketplace_order" drop column if exists "personal_data_until", drop column if exists "personal_data_purged_at";`);
  }

}

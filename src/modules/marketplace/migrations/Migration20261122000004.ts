import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122000004 extends Migration {

  override async up(): Promise<void> {
    // What is still to be sent and by when: the accounts page counts what is late by it, however many orders are done.
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_to_ship" ON "marketplace_order" ("account_id", "platform_status", "ship_by") WHERE fulfilled_by = 'merchant' AND ship_by IS NOT NULL AND state NOT IN ('canceled', 'ignored') AND deleted_at IS NULL;`);
    this.addSql(`alter table if exists "marketplace_authorization" add column if not exists "settings" jsonb null;`);
    this.addSql(`alter table if exists "marketplace_run" add column if not exists "newly_blocked" integer not null default 0, add column if not exists "newly_in_review" integer not null default 0;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "marketplace_run" drop column if exists "newly_blocked", drop column if exists "newly_in_review";`);
    this.addSql(`alter table if exists "marketplace_authorization" drop column if exists "settings";`);
    this.addSql(`drop index if exists "IDX_marketplace_order_to_ship";`);
  }

}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122000005 extends Migration {

  override async up(): Promise<void> {
    // The list of orders over all accounts: sorted by these, and filtered by state or marketplace, without reading every row.
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_ship_by" ON "marketplace_order" ("ship_by") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_updated_at" ON "marketplace_order" ("updated_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_state_placed_at" ON "marketplace_order" ("state", "placed_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_marketplace_placed_at" ON "marketplace_order" ("marketplace", "placed_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_marketplace_order_ship_by";`);
    this.addSql(`drop index if exists "IDX_marketplace_order_updated_at";`);
    this.addSql(`drop index if exists "IDX_marketplace_order_state_placed_at";`);
    this.addSql(`drop index if exists "IDX_marketplace_order_marketplace_placed_at";`);
  }

}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** What may follow what in a dispatch; repeats `states.ts`, a test holds the latest equal. */
const dispatchTransitions = {
  owed: ["sent", "confirmed", "rejected", "unknown", "withdrawn"],
  sent: ["owed", "confirmed", "rejected", "withdrawn"],
  confirmed: ["owed", "withdrawn"],
  rejected: ["owed", "sent", "confirmed", "unknown", "withdrawn"],
  unknown: ["owed", "sent", "confirmed", "rejected", "withdrawn"],
  withdrawn: ["owed"],
};
const ofAccount = ["marketplace_dispatch", "marketplace_inbound_transfer", "marketplace_change_notice"];
const movementOnce = (columns: string) =>
  `CREATE UNIQUE INDEX "IDX_marketplace_stock_movement_once" ON "marketplace_stock_movement" (${columns}) WHERE deleted_at IS NULL;`;

/** The outbox, stock in both directions, listings as the platform tells them, notices of changed orders. */
export class Migration20261122000006 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "marketplace_change_notice" ("id" text not null, "account_id" text not null, "notice_id" text not null, "reference" text not null, "read_at" timestamptz null, "attempts" integer not null default 0, "next_attempt_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_change_notice_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_change_notice_deleted_at" ON "marketplace_change_notice" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_change_notice_account_id_notice_id_unique" ON "marketplace_change_notice" ("account_id", "notice_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_change_notice_open" ON "marketplace_change_notice" ("account_id", "next_attempt_at") WHERE read_at IS NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_dispatch" ("id" text not null, "account_id" text not null, "kind" text check ("kind" in ('shipment', 'stock')) not null, "subject" text not null, "revision" integer not null default 1, "state" text check ("state" in ('owed', 'sent', 'confirmed', 'rejected', 'unknown', 'withdrawn')) not null default 'owed', "marketplace_order_id" text null, "order_id" text null, "fulfillment_id" text null, "package_number" integer null, "sealed_body" text null, "digest" text null, "quantity" integer null, "previous_quantity" integer null, "problem_code" text null, "problem" jsonb null, "attempts" integer not null default 0, "next_attempt_at" timestamptz null, "attempted_at" timestamptz null, "attempted_revision" integer null, "confirmed_at" timestamptz null, "told_at" timestamptz null, "lease_token" text null, "lease_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_dispatch_pkey" primary key ("id"), constraint marketplace_dispatch_check check ((state <> 'rejected' OR problem_code IS NOT NULL) AND (kind <> 'shipment' OR (marketplace_order_id IS NOT NULL AND package_number > 0))));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_dispatch_deleted_at" ON "marketplace_dispatch" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_dispatch_account_id_kind_subject_unique" ON "marketplace_dispatch" ("account_id", "kind", "subject") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_dispatch_package" ON "marketplace_dispatch" ("marketplace_order_id", "package_number") WHERE marketplace_order_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_dispatch_due" ON "marketplace_dispatch" ("account_id", "kind", "next_attempt_at") WHERE next_attempt_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_dispatch_account_id_state_updated_at" ON "marketplace_dispatch" ("account_id", "state", "updated_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_dispatch_order_id" ON "marketplace_dispatch" ("order_id") WHERE order_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_dispatch_fulfillment_id" ON "marketplace_dispatch" ("fulfillment_id") WHERE fulfillment_id IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_inbound_transfer" ("id" text not null, "account_id" text not null, "reference" text not null, "listing_key" text not null, "variant_id" text not null, "inventory_item_id" text not null, "from_location_id" text not null, "to_location_id" text not null, "packages" integer not null, "quantity" integer not null, "received_quantity" integer not null default 0, "recorded_by" text not null, "sent_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_inbound_transfer_pkey" primary key ("id"), constraint marketplace_inbound_transfer_check check (quantity > 0 AND received_quantity >= 0 AND received_quantity <= quantity AND from_location_id <> to_location_id));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_inbound_transfer_deleted_at" ON "marketplace_inbound_transfer" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_inbound_transfer_once" ON "marketplace_inbound_transfer" ("account_id", "reference", "listing_key", "inventory_item_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_inbound_transfer_open" ON "marketplace_inbound_transfer" ("to_location_id", "inventory_item_id", "sent_at") WHERE received_quantity < quantity AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "history_entry" drop constraint if exists "history_entry_subject_type_check";`);

    this.addSql(`alter table if exists "marketplace_stock_movement" drop constraint if exists "marketplace_stock_movement_reason_check";`);

    this.addSql(`alter table if exists "product_mapping" drop constraint if exists "product_mapping_matched_by_check";`);

    this.addSql(`alter table if exists "history_entry" add constraint "history_entry_subject_type_check" check("subject_type" in ('account', 'order', 'dispatch'));`);

    this.addSql(`alter table if exists "marketplace_account" add column if not exists "writers" jsonb not null default '{}', add column if not exists "stock_brake" jsonb null, add column if not exists "stock_released_until" timestamptz null, add column if not exists "notices_since" timestamptz null;`);

    this.addSql(`alter table if exists "marketplace_order" add column if not exists "canceled_here_at" timestamptz null;`);

    this.addSql(`alter table if exists "marketplace_stock_movement" add column if not exists "marketplace" text null, add column if not exists "listing_key" text null, add column if not exists "actor_id" text null, add column if not exists "balance" integer null;`);
    this.addSql(`alter table if exists "marketplace_stock_movement" add constraint "marketplace_stock_movement_reason_check" check("reason" in ('platform_shipment', 'platform_count', 'inbound_sent', 'inbound_received'));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_movement_at" ON "marketplace_stock_movement" ("at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_movement_account_id_at" ON "marketplace_stock_movement" ("account_id", "at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_movement_variant_id_at" ON "marketplace_stock_movement" ("variant_id", "at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_movement_location_id_at" ON "marketplace_stock_movement" ("location_id", "at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_movement_reference" ON "marketplace_stock_movement" ("reference") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_movement_listing_key_at" ON "marketplace_stock_movement" ("listing_key", "at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "sync_cursor" drop constraint if exists "sync_cursor_resource_check";`);
    this.addSql(`alter table if exists "sync_cursor" add column if not exists "next_read_at" timestamptz null, add column if not exists "requested_by" text null, add column if not exists "problem" jsonb null, add column if not exists "lease_token" text null, add column if not exists "lease_until" timestamptz null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_sync_cursor_next_read_at" ON "sync_cursor" ("next_read_at") WHERE next_read_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "product_mapping" add column if not exists "platform_product_id" text null, add column if not exists "barcode" text null, add column if not exists "platform_quantity" integer null, add column if not exists "platform_read_at" timestamptz null, add column if not exists "listed_at" timestamptz null, add column if not exists "listed_in" jsonb null, add column if not exists "active" boolean null, add column if not exists "proposed_variant_id" text null, add column if not exists "proposed_by" text check ("proposed_by" in ('barcode', 'title')) null;`);
    this.addSql(`alter table if exists "product_mapping" add constraint "product_mapping_matched_by_check" check("matched_by" in ('sku', 'barcode', 'title', 'person', 'created'));`);


    this.addSql(`
      CREATE OR REPLACE TRIGGER marketplace_dispatch_transitions BEFORE UPDATE OF state ON marketplace_dispatch
      FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
      EXECUTE FUNCTION marketplace_check_transition('${JSON.stringify(dispatchTransitions)}');`);
    for (const table of ofAccount) {
      this.addSql(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_account FOREIGN KEY (account_id) REFERENCES marketplace_account (id);`,
      );
    }
    // A transfer moves the same goods at two locations.
    this.addSql(`DROP INDEX IF EXISTS "IDX_marketplace_stock_movement_once";`);
    this.addSql(
      movementOnce(`"account_id", "reason", "reference", "line_reference", "inventory_item_id", "location_id"`),
    );
  }

  override async down(): Promise<void> {
    this.addSql(`DROP INDEX IF EXISTS "IDX_marketplace_stock_movement_once";`);
    this.addSql(movementOnce(`"account_id", "reason", "reference", "line_reference", "inventory_item_id"`));
    this.addSql(`drop table if exists "marketplace_change_notice" cascade;`);

    this.addSql(`drop table if exists "marketplace_dispatch" cascade;`);

    this.addSql(`drop table if exists "marketplace_inbound_transfer" cascade;`);

    this.addSql(`alter table if exists "history_entry" drop constraint if exists "history_entry_subject_type_check";`);

    this.addSql(`alter table if exists "marketplace_stock_movement" drop constraint if exists "marketplace_stock_movement_reason_check";`);

    this.addSql(`alter table if exists "product_mapping" drop constraint if exists "product_mapping_matched_by_check";`);

    this.addSql(`alter table if exists "history_entry" add constraint "history_entry_subject_type_check" check("subject_type" in ('account', 'order'));`);

    this.addSql(`alter table if exists "marketplace_account" drop column if exists "writers", drop column if exists "stock_brake", drop column if exists "stock_released_until", drop column if exists "notices_since";`);

    this.addSql(`alter table if exists "marketplace_order" drop column if exists "canceled_here_at";`);

    this.addSql(`drop index if exists "IDX_marketplace_stock_movement_at";`);
    this.addSql(`drop index if exists "IDX_marketplace_stock_movement_account_id_at";`);
    this.addSql(`drop index if exists "IDX_marketplace_stock_movement_variant_id_at";`);
    this.addSql(`drop index if exists "IDX_marketplace_stock_movement_location_id_at";`);
    this.addSql(`drop index if exists "IDX_marketplace_stock_movement_reference";`);
    this.addSql(`drop index if exists "IDX_marketplace_stock_movement_listing_key_at";`);
    this.addSql(`drop index if exists "IDX_sync_cursor_next_read_at";`);
    this.addSql(`delete from "sync_cursor" where "resource" not in ('orders', 'listings', 'inventory', 'payouts');`);
    this.addSql(`alter table if exists "sync_cursor" drop column if exists "next_read_at", drop column if exists "requested_by", drop column if exists "problem", drop column if exists "lease_token", drop column if exists "lease_until";`);
    this.addSql(`alter table if exists "sync_cursor" add constraint "sync_cursor_resource_check" check("resource" in ('orders', 'listings', 'inventory', 'payouts'));`);
    this.addSql(`alter table if exists "marketplace_stock_movement" drop column if exists "marketplace", drop column if exists "listing_key", drop column if exists "actor_id", drop column if exists "balance";`);

    this.addSql(`alter table if exists "marketplace_stock_movement" add constraint "marketplace_stock_movement_reason_check" check("reason" in ('platform_shipment'));`);

    this.addSql(`alter table if exists "product_mapping" drop column if exists "platform_product_id", drop column if exists "barcode", drop column if exists "platform_quantity", drop column if exists "platform_read_at", drop column if exists "listed_at", drop column if exists "listed_in", drop column if exists "active", drop column if exists "proposed_variant_id", drop column if exists "proposed_by";`);

    this.addSql(`alter table if exists "product_mapping" add constraint "product_mapping_matched_by_check" check("matched_by" in ('sku', 'person', 'created'));`);

  }

}

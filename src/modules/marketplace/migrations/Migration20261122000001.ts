import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122000001 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "sync_cursor" drop constraint if exists "sync_cursor_account_id_resource_unique";`);
    this.addSql(`alter table if exists "product_mapping" drop constraint if exists "product_mapping_account_id_listing_key_unique";`);
    this.addSql(`alter table if exists "marketplace_site" drop constraint if exists "marketplace_site_account_id_external_id_unique";`);
    this.addSql(`alter table if exists "marketplace_quota" drop constraint if exists "marketplace_quota_account_id_operation_unique";`);
    this.addSql(`alter table if exists "marketplace_order" drop constraint if exists "marketplace_order_account_id_reference_unique";`);
    this.addSql(`alter table if exists "marketplace_authorization" drop constraint if exists "marketplace_authorization_state_digest_unique";`);
    this.addSql(`alter table if exists "marketplace_account" drop constraint if exists "marketplace_account_order_prefix_unique";`);
    this.addSql(`alter table if exists "marketplace_account" drop constraint if exists "marketplace_account_provider_id_external_id_marketplace_set_unique";`);
    this.addSql(`create table if not exists "history_entry" ("id" text not null, "account_id" text not null, "subject_type" text check ("subject_type" in ('account', 'order')) not null, "subject_id" text not null, "at" timestamptz not null, "actor" text check ("actor" in ('schedule', 'person', 'platform')) not null, "actor_id" text null, "event" text not null, "details" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "history_entry_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_history_entry_deleted_at" ON "history_entry" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_history_entry_subject_type_subject_id_at" ON "history_entry" ("subject_type", "subject_id", "at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_account" ("id" text not null, "provider_id" text not null, "name" text not null, "state" text check ("state" in ('connected', 'paused', 'needs_reauthorization')) not null default 'connected', "external_id" text not null, "marketplace_set" text not null default '', "order_prefix" text not null, "activated_at" timestamptz not null, "sealed_credentials" text not null, "settings" jsonb not null, "problem" jsonb null, "next_sync_at" timestamptz null, "last_sync_at" timestamptz null, "lease_token" text null, "lease_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_account_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_account_deleted_at" ON "marketplace_account" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_account_provider_id_external_id_marketplace_set_unique" ON "marketplace_account" ("provider_id", "external_id", "marketplace_set") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_account_order_prefix_unique" ON "marketplace_account" ("order_prefix") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_account_next_sync_at" ON "marketplace_account" ("next_sync_at") WHERE deleted_at IS NULL AND next_sync_at IS NOT NULL;`);

    this.addSql(`create table if not exists "marketplace_authorization" ("id" text not null, "state_digest" text not null, "provider_id" text not null, "name" text not null, "account_id" text null, "user_id" text not null, "choice" jsonb not null, "expires_at" timestamptz not null, "used_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_authorization_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_authorization_state_digest_unique" ON "marketplace_authorization" ("state_digest") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_authorization_deleted_at" ON "marketplace_authorization" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_order" ("id" text not null, "account_id" text not null, "reference" text not null, "marketplace" text null, "platform_status" text null, "platform_updated_at" timestamptz not null, "placed_at" timestamptz null, "fulfilled_by" text check ("fulfilled_by" in ('merchant', 'platform')) null, "currency" text null, "total" text null, "line_count" integer not null default 0, "ship_by" timestamptz null, "deliver_by" timestamptz null, "state" text check ("state" in ('waiting', 'blocked', 'ready', 'review', 'imported', 'canceled', 'ignored')) not null default 'waiting', "rule" text null, "problem_code" text null, "problems" jsonb null, "order_id" text null, "imported_at" timestamptz null, "sealed_payload" text null, "digest" text not null, "decided_digest" text null, "requested_by" text null, "approved_by" text null, "run_id" text null, "attempts" integer not null default 0, "next_attempt_at" timestamptz null, "lease_token" text null, "lease_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_order_pkey" primary key ("id"), constraint marketplace_order_check check ((state <> 'imported') OR (order_id IS NOT NULL)));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_deleted_at" ON "marketplace_order" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_order_account_id_reference_unique" ON "marketplace_order" ("account_id", "reference") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_account_id_next_attempt_at" ON "marketplace_order" ("account_id", "next_attempt_at") WHERE next_attempt_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_account_id_state_placed_at" ON "marketplace_order" ("account_id", "state", "placed_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_placed_at" ON "marketplace_order" ("placed_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_problem_code" ON "marketplace_order" ("problem_code") WHERE problem_code IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_order_id" ON "marketplace_order" ("order_id") WHERE order_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_run_id" ON "marketplace_order" ("run_id") WHERE run_id IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_quota" ("id" text not null, "account_id" text not null, "operation" text not null, "tokens" real not null, "burst" real not null, "rate_per_second" real not null, "refilled_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_quota_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_quota_deleted_at" ON "marketplace_quota" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_quota_account_id_operation_unique" ON "marketplace_quota" ("account_id", "operation") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_run" ("id" text not null, "account_id" text not null, "kind" text check ("kind" in ('schedule', 'period', 'references')) not null, "state" text check ("state" in ('queued', 'running', 'done', 'failed')) not null default 'queued', "requested_by" text null, "from" timestamptz null, "to" timestamptz null, "references" jsonb null, "window_from" timestamptz null, "page_token" text null, "read_complete" boolean not null default false, "counts" jsonb null, "unread" jsonb null, "problem" jsonb null, "resume_at" timestamptz null, "started_at" timestamptz null, "finished_at" timestamptz null, "lease_token" text null, "lease_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_run_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_run_deleted_at" ON "marketplace_run" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_run_account_id_created_at" ON "marketplace_run" ("account_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_run_state" ON "marketplace_run" ("state") WHERE state IN ('queued', 'running') AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_site" ("id" text not null, "account_id" text not null, "external_id" text not null, "name" text not null, "country" text null, "currency" text null, "enabled" boolean not null default true, "sales_channel_id" text null, "region_id" text null, "stock_location_id" text null, "platform_location_id" text null, "team" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_site_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_site_deleted_at" ON "marketplace_site" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_site_account_id_external_id_unique" ON "marketplace_site" ("account_id", "external_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_stock_movement" ("id" text not null, "account_id" text not null, "reason" text check ("reason" in ('platform_shipment')) not null, "reference" text not null, "line_reference" text not null, "variant_id" text null, "inventory_item_id" text not null, "location_id" text not null, "quantity" integer not null, "at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_stock_movement_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_movement_deleted_at" ON "marketplace_stock_movement" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_stock_movement_once" ON "marketplace_stock_movement" ("account_id", "reason", "reference", "line_reference", "inventory_item_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_movement_item" ON "marketplace_stock_movement" ("inventory_item_id", "location_id", "at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "product_mapping" ("id" text not null, "account_id" text not null, "listing_key" text not null, "sku" text null, "title" text not null, "fulfilled_by" text check ("fulfilled_by" in ('merchant', 'platform')) null, "variant_id" text null, "units_per_package" integer not null default 1, "packaging" text null, "matched_by" text check ("matched_by" in ('sku', 'person', 'created')) null, "state" text check ("state" in ('unmapped', 'mapped', 'ignored')) not null default 'unmapped', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "product_mapping_pkey" primary key ("id"), constraint product_mapping_check check (units_per_package > 0 AND (state = 'mapped') = (variant_id IS NOT NULL)));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_product_mapping_deleted_at" ON "product_mapping" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_product_mapping_account_id_listing_key_unique" ON "product_mapping" ("account_id", "listing_key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_product_mapping_variant_id" ON "product_mapping" ("variant_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "sync_cursor" ("id" text not null, "account_id" text not null, "resource" text check ("resource" in ('orders', 'listings', 'inventory', 'payouts')) not null, "position" timestamptz not null, "window_from" timestamptz null, "window_to" timestamptz null, "page_token" text null, "moved_back_by" text null, "moved_back_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "sync_cursor_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_sync_cursor_deleted_at" ON "sync_cursor" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_sync_cursor_account_id_resource_unique" ON "sync_cursor" ("account_id", "resource") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "history_entry" cascade;`);

    this.addSql(`drop table if exists "marketplace_account" cascade;`);

    this.addSql(`drop table if exists "marketplace_authorization" cascade;`);

    this.addSql(`drop table if exists "marketplace_order" cascade;`);

    this.addSql(`drop table if exists "marketplace_quota" cascade;`);

    this.addSql(`drop table if exists "marketplace_run" cascade;`);

    this.addSql(`drop table if exists "marketplace_site" cascade;`);

    this.addSql(`drop table if exists "marketplace_stock_movement" cascade;`);

    this.addSql(`drop table if exists "product_mapping" cascade;`);

    this.addSql(`drop table if exists "sync_cursor" cascade;`);
  }

}

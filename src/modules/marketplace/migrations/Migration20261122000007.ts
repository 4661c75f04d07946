import { Migration } from "@medusajs/framework/mikro-orm/migrations";

const held = ["waiting", "blocked", "ready", "review"];
const orderTransitions = {
  waiting: ["blocked", "ready", "review", "imported", "canceled", "ignored"],
  blocked: ["waiting", "ready", "review", "imported", "canceled", "ignored"],
  ready: ["waiting", "blocked", "review", "imported", "canceled", "ignored"],
  review: ["waiting", "blocked", "ready", "imported", "canceled", "ignored"],
  imported: ["canceled"],
  canceled: [...held, "imported", "ignored"],
  ignored: [...held, "imported", "canceled"],
};

const orderTrigger = (allowed: object) => `
      CREATE OR REPLACE TRIGGER marketplace_order_transitions BEFORE UPDATE OF state ON marketplace_order
      FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
      EXECUTE FUNCTION marketplace_check_transition('${JSON.stringify(allowed)}');`;

/** Webhooks, consents that began at the platform, orders that a person changes in review, and the record of what privacy asked for. */
export class Migration20261122000007 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "marketplace_privacy_request" ("id" text not null, "provider_id" text not null, "external_id" text not null, "account_id" text null, "kind" text check ("kind" in ('customer_redact', 'store_redact', 'customer_data', 'expiry')) not null, "request_key" text not null, "sealed_body" text null, "state" text check ("state" in ('open', 'done')) not null default 'open', "report" jsonb null, "requested_at" timestamptz not null, "done_at" timestamptz null, "attempts" integer not null default 0, "next_attempt_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_privacy_request_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_privacy_request_deleted_at" ON "marketplace_privacy_request" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_privacy_request_provider_id_request_key_unique" ON "marketplace_privacy_request" ("provider_id", "request_key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_privacy_request_account_id_requested_at" ON "marketplace_privacy_request" ("account_id", "requested_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_privacy_request_next_attempt_at" ON "marketplace_privacy_request" ("next_attempt_at") WHERE next_attempt_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`ALTER TABLE marketplace_privacy_request ADD CONSTRAINT marketplace_privacy_request_account FOREIGN KEY (account_id) REFERENCES marketplace_account (id);`);

    this.addSql(`alter table if exists "marketplace_account" add column if not exists "profile" jsonb null, add column if not exists "webhooks" jsonb null, add column if not exists "check_due_at" timestamptz null, add column if not exists "default_location" text null, add column if not exists "notices_in" text null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_account_check_due_at" ON "marketplace_account" ("check_due_at") WHERE deleted_at IS NULL AND check_due_at IS NOT NULL;`);

    this.addSql(`alter table if exists "marketplace_authorization" add column if not exists "sealed_query" text null;`);

    this.addSql(`alter table if exists "marketplace_dispatch" add column if not exists "levels" jsonb null, add column if not exists "withdrawn_because" text null;`);
    // What a person had withdrawn before this was kept: the history knows it.
    this.addSql(`UPDATE marketplace_dispatch AS mine
        SET withdrawn_because = COALESCE(last.details ->> 'reason', 'person')
       FROM (SELECT DISTINCT ON (subject_id) subject_id, actor, details FROM history_entry
              WHERE subject_type = 'dispatch' AND event = 'withdrawn' ORDER BY subject_id, at DESC) AS last
      WHERE mine.id = last.subject_id AND mine.state = 'withdrawn' AND mine.withdrawn_because IS NULL
        AND last.actor = 'person';`);

    this.addSql(`alter table if exists "product_mapping" add column if not exists "platform_levels" jsonb null, add column if not exists "held_at" jsonb null;`);

    this.addSql(`alter table if exists "marketplace_stock_movement" drop constraint if exists "marketplace_stock_movement_reason_check";`);
    this.addSql(`alter table if exists "marketplace_stock_movement" add constraint "marketplace_stock_movement_reason_check" check("reason" in ('platform_shipment', 'platform_count', 'inbound_sent', 'inbound_received', 'mapping_changed'));`);

    this.addSql(`alter table if exists "marketplace_order" add column if not exists "number" text null, add column if not exists "left_out_because" text null, add column if not exists "left_out_note" text null, add column if not exists "changes_by_person" jsonb null, add column if not exists "draft_edited_at" timestamptz null, add column if not exists "redacted_for" text check ("redacted_for" in ('buyer', 'store')) null, add column if not exists "former_customers" jsonb null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_order_account_id_number" ON "marketplace_order" ("account_id", "number") WHERE number IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(orderTrigger(orderTransitions));
    this.addSql(`
      CREATE OR REPLACE TRIGGER marketplace_order_canceled_for_good BEFORE UPDATE OF state ON marketplace_order
      FOR EACH ROW WHEN (OLD.state = 'canceled' AND OLD.order_id IS NOT NULL AND NEW.state <> 'canceled')
      EXECUTE FUNCTION marketplace_check_transition('{"canceled":[]}');`);
  }

  override async down(): Promise<void> {
    this.addSql(`DROP TRIGGER IF EXISTS marketplace_order_canceled_for_good ON marketplace_order;`);
    this.addSql(orderTrigger({ ...orderTransitions, canceled: [] }));

    this.addSql(`drop table if exists "marketplace_privacy_request" cascade;`);

    this.addSql(`drop index if exists "IDX_marketplace_account_check_due_at";`);
    this.addSql(`alter table if exists "marketplace_account" drop column if exists "profile", drop column if exists "webhooks", drop column if exists "check_due_at", drop column if exists "default_location", drop column if exists "notices_in";`);

    this.addSql(`alter table if exists "marketplace_authorization" drop column if exists "sealed_query";`);

    this.addSql(`alter table if exists "marketplace_dispatch" drop column if exists "levels", drop column if exists "withdrawn_because";`);

    this.addSql(`alter table if exists "product_mapping" drop column if exists "platform_levels", drop column if exists "held_at";`);

    this.addSql(`alter table if exists "marketplace_stock_movement" drop constraint if exists "marketplace_stock_movement_reason_check";`);
    this.addSql(`update "marketplace_stock_movement" set "reason" = 'platform_count' where "reason" = 'mapping_changed';`);
    this.addSql(`alter table if exists "marketplace_stock_movement" add constraint "marketplace_stock_movement_reason_check" check("reason" in ('platform_shipment', 'platform_count', 'inbound_sent', 'inbound_received'));`);

    this.addSql(`drop index if exists "IDX_marketplace_order_account_id_number";`);
    this.addSql(`alter table if exists "marketplace_order" drop column if exists "number", drop column if exists "left_out_because", drop column if exists "left_out_note", drop column if exists "changes_by_person", drop column if exists "draft_edited_at", drop column if exists "redacted_for", drop column if exists "former_customers";`);
  }

}

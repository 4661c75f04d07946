import type { Language } from "../../../../../connector"
import type { MovementReason } from "../../../../../modules/marketplace/store/movements"

/** The columns of the file, in their order. */
export const columns = [
  "at",
  "reason",
  "reference",
  "line",
  "marketplace",
  "listing",
  "sku",
  "product",
  "variant",
  "location",
  "quantity",
  "balance",
] as const
export type Column = (typeof columns)[number]

type Words = { columns: Record<Column, string>; reasons: Record<MovementReason, string> }

/** What stands in the file in each language. */
export const words: Record<Language, Words> = {
  en: {
    columns: {
      at: "Date (UTC)",
      reason: "Reason",
      reference: "Reference",
      line: "Line",
      marketplace: "Marketplace",
      listing: "Listing",
      sku: "SKU",
      product: "Product",
      variant: "Variant",
      location: "Location",
      quantity: "Quantity",
      balance: "Balance",
    },
    reasons: {
      platform_shipment: "Sent to a buyer by the platform",
      platform_count: "Counted by the platform",
      inbound_sent: "Sent to the platform",
      inbound_received: "Received by the platform",
      mapping_changed: "Its listing is another product now",
    },
  },
  "pt-BR": {
    columns: {
      at: "Data (UTC)",
      reason: "Motivo",
      reference: "Referência",
      line: "Item",
      marketplace: "Marketplace",
      listing: "Anúncio",
      sku: "SKU",
      product: "Produto",
      variant: "Variante",
      location: "Local",
      quantity: "Quantidade",
      balance: "Saldo",
    },
    reasons: {
      platform_shipment: "Enviado ao comprador pela plataforma",
      platform_count: "Contado pela plataforma",
      inbound_sent: "Enviado à plataforma",
      inbound_received: "Recebido pela plataforma",
      mapping_changed: "O anúncio agora é outro produto",
    },
  },
  es: {
    columns: {
      at: "Fecha (UTC)",
      reason: "Motivo",
      reference: "Referencia",
      line: "Línea",
      marketplace: "Marketplace",
      listing: "Publicación",
      sku: "SKU",
      product: "Producto",
      variant: "Variante",
      location: "Ubicación",
      quantity: "Cantidad",
      balance: "Saldo",
    },
    reasons: {
      platform_shipment: "Enviado al comprador por la plataforma",
      platform_count: "Contado por la plataforma",
      inbound_sent: "Enviado a la plataforma",
      inbound_received: "Recibido por la plataforma",
      mapping_changed: "La publicación ahora es otro producto",
    },
  },
}

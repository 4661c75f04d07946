import type { Columns } from "./reports/table"

/** The columns of the listings report that are used, by their documented names. */
export type ListingColumn =
  | "item-name"
  | "seller-sku"
  | "quantity"
  | "product-id-type"
  | "product-id"
  | "asin1"
  | "fulfillment-channel"
  | "status"

/**
 * Amazon documents English names and writes this report in the language of the marketplace or of the seller's Seller Central.
 * It publishes no list: the other names are those that sellers of these countries see in their reports. A name that stands for
 * another column in another language ("Estado del producto": the condition) is not among them.
 */
export const listingColumns: Columns<ListingColumn> = {
  "item-name": {
    required: true,
    names: [
      "item-name",
      "Artikelbezeichnung",
      "nom-produit",
      "Nome dell'articolo",
      "Título del producto",
      "nazwa-produktu",
      "商品名",
      "商品名称",
      "اسم-المنتج",
    ],
  },
  "seller-sku": {
    required: true,
    names: [
      "seller-sku",
      "Händler-SKU",
      "sku-vendeur",
      "SKU venditore",
      "SKU del vendedor",
      "sku-sprzedawcy",
      "出品者SKU",
      "卖家 SKU",
      "sku-البائع",
    ],
  },
  quantity: {
    required: true,
    names: ["quantity", "Menge", "quantité", "Quantità", "Cantidad", "ilość", "数量", "الكمية"],
  },
  "product-id-type": {
    required: false,
    names: [
      "product-id-type",
      "Produkt-ID-Typ",
      "type-id-produit",
      "Tipo di identificativo del prodotto",
      "Tipo de identificador de producto",
      "typ-identyfikatora-produktu",
      "商品IDタイプ",
      "商品编码类型",
      "نوع-رقم-المنتج",
    ],
  },
  "product-id": {
    required: false,
    names: [
      "product-id",
      "Produkt-ID",
      "id-produit",
      "Identificativo del prodotto",
      "Identificador del producto",
      "identyfikator-produktu",
      "商品ID",
      "商品编码",
      "رقم-المنتج",
    ],
  },
  asin1: { required: false, names: ["asin1", "ASIN 1"] },
  "fulfillment-channel": {
    required: true,
    names: [
      "fulfillment-channel",
      "fulfilment-channel",
      "Versender",
      "canal-traitement",
      "Canale di gestione",
      "Canal de gestión logística",
      "kanał-realizacji",
      "フルフィルメント・チャンネル",
      "配送渠道",
      "قناة-الشحن",
    ],
  },
  status: {
    required: true,
    names: ["status", "état", "stato", "estado", "durum", "ステータス", "状态", "الحالة"],
  },
}

import type { OperationRow } from "../operations"
import {
  createProduct,
  deleteProduct,
  getProduct,
  getProductBySku,
  listProducts,
  PRODUCT_LIST_PARAMETERS,
  updateProduct,
} from "./products-api"
import { changeVariantStock, updateStockPrice } from "./stock-api"
import {
  createVariant,
  deleteVariant,
  getVariant,
  listVariants,
  patchVariants,
  replaceVariants,
  updateVariant,
} from "./variants-api"

type ProductOperation =
  | "listProducts"
  | "createProduct"
  | "getProductBySku"
  | "updateStockPrice"
  | "getProduct"
  | "updateProduct"
  | "deleteProduct"
  | "listVariants"
  | "createVariant"
  | "replaceVariants"
  | "patchVariants"
  | "changeVariantStock"
  | "getVariant"
  | "updateVariant"
  | "deleteVariant"

const ONE = "/products/{productId}"
const VARIANTS = `${ONE}/variants`
const VARIANT = `${VARIANTS}/{variantId}`
const reads = { method: "GET", scope: "read_products" } as const
const writes = { scope: "write_products" } as const

/** The fixed paths come before those that an id would match. */
export const PRODUCT_ROWS: Readonly<Record<ProductOperation, OperationRow>> = {
  listProducts: { ...reads, path: "/products", query: PRODUCT_LIST_PARAMETERS, handle: listProducts },
  createProduct: { ...writes, method: "POST", path: "/products", handle: createProduct },
  getProductBySku: { ...reads, path: "/products/sku/{sku}", handle: getProductBySku },
  updateStockPrice: { ...writes, method: "PATCH", path: "/products/stock-price", handle: updateStockPrice },
  getProduct: { ...reads, path: ONE, query: ["fields"], handle: getProduct },
  updateProduct: { ...writes, method: "PUT", path: ONE, handle: updateProduct },
  deleteProduct: { ...writes, method: "DELETE", path: ONE, handle: deleteProduct },
  listVariants: { ...reads, path: VARIANTS, handle: listVariants },
  createVariant: { ...writes, method: "POST", path: VARIANTS, handle: createVariant },
  replaceVariants: { ...writes, method: "PUT", path: VARIANTS, handle: replaceVariants },
  patchVariants: { ...writes, method: "PATCH", path: VARIANTS, handle: patchVariants },
  changeVariantStock: { ...writes, method: "POST", path: `${VARIANTS}/stock`, handle: changeVariantStock },
  getVariant: { ...reads, path: VARIANT, handle: getVariant },
  updateVariant: { ...writes, method: "PUT", path: VARIANT, handle: updateVariant },
  deleteVariant: { ...writes, method: "DELETE", path: VARIANT, handle: deleteVariant },
}

/** What a browser test needs. See dashboard.spec.ts for the smallest one. */
export { expectNoSeriousViolations } from "./accessibility"
export { AdminApi } from "./admin-api"
export { addSeller, connectSeller, importOrders, shopSettings, type BrowserSeller } from "./amazon-account"
export { appearances, languages, themes, type Appearance, type Language, type Theme } from "./appearance"
export { press, pressIn } from "./keyboard"
export { guideScreenshot, screenshot } from "./screenshot"
export {
  addShippingSeller,
  carrierOf,
  medusaOrderOf,
  sendShipments,
  shipByApi,
  untilShipments,
  type ShippingSeller,
} from "./shipping-seller"
export { SimulatorControl } from "./simulator-control"
export {
  addStockSeller,
  readListings,
  sendStock,
  type StockedListing,
  type StockSeller,
} from "./stock-seller"
export { apiLanguageOf, textsIn, type Texts } from "./texts"
export { expectTrouble } from "./troubles"
export { fillSignIn, signIn, useBrowser, type TestBrowser } from "./use-browser"
export { useHost, type Host, type HostOptions } from "./use-host"
export { addColleague } from "./colleague"
export { editPrice, untilPrice } from "./draft-price"
export { NuvemshopControl, type PlacedOrder } from "./nuvemshop-control"
export { addStore, connectStore, storeSettings, untilOrderIs } from "./nuvemshop-store"
export { useNuvemshop } from "./use-nuvemshop"

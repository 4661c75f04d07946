import type { OperationRow } from "../operations"
import { CUSTOMER_PARAMETERS, getCustomer, listCustomers } from "./customers-api"
import {
  chooseDefaultLocation,
  createLocation,
  deleteLocation,
  getLocation,
  listLocationLevels,
  listLocations,
  setLocationPriorities,
  updateLocation,
} from "./locations-api"
import { createMetafield, listOrderMetafields, METAFIELD_PARAMETERS, updateMetafield } from "./metafields-api"
import { getStore } from "./store-api"

type StoreOperation =
  | "getStore"
  | "listLocations"
  | "createLocation"
  | "setLocationPriorities"
  | "chooseDefaultLocation"
  | "listLocationLevels"
  | "getLocation"
  | "updateLocation"
  | "deleteLocation"
  | "listCustomers"
  | "getCustomer"
  | "listOrderMetafields"
  | "createMetafield"
  | "updateMetafield"

const LOCATION = "/locations/{locationId}"
const reads = { method: "GET", scope: "read_locations" } as const
const writes = { scope: "write_locations" } as const
const LEVEL_PARAMETERS = ["variant_id", "page", "per_page"]

export const STORE_ROWS: Readonly<Record<StoreOperation, OperationRow>> = {
  getStore: { method: "GET", path: "/store", query: ["fields"], handle: getStore },
  listLocations: { ...reads, path: "/locations", handle: listLocations },
  createLocation: { ...writes, method: "POST", path: "/locations", handle: createLocation },
  setLocationPriorities: {
    ...writes,
    method: "PATCH",
    path: "/locations/priorities",
    handle: setLocationPriorities,
  },
  chooseDefaultLocation: {
    ...writes,
    method: "PATCH",
    path: `${LOCATION}/chosen-as-default`,
    bodyOptional: true,
    handle: chooseDefaultLocation,
  },
  listLocationLevels: {
    ...reads,
    path: `${LOCATION}/inventory-levels`,
    query: LEVEL_PARAMETERS,
    handle: listLocationLevels,
  },
  getLocation: { ...reads, path: LOCATION, handle: getLocation },
  updateLocation: { ...writes, method: "PUT", path: LOCATION, handle: updateLocation },
  deleteLocation: { ...writes, method: "DELETE", path: LOCATION, handle: deleteLocation },
  listCustomers: {
    method: "GET",
    path: "/customers",
    scope: "read_customers",
    query: CUSTOMER_PARAMETERS,
    handle: listCustomers,
  },
  getCustomer: {
    method: "GET",
    path: "/customers/{customerId}",
    scope: "read_customers",
    query: ["fields"],
    handle: getCustomer,
  },
  listOrderMetafields: {
    method: "GET",
    path: "/metafields/orders",
    scope: "read_orders",
    query: METAFIELD_PARAMETERS,
    handle: listOrderMetafields,
  },
  createMetafield: { method: "POST", path: "/metafields", scope: "write_orders", handle: createMetafield },
  updateMetafield: {
    method: "PUT",
    path: "/metafields/{metafieldId}",
    scope: "write_orders",
    handle: updateMetafield,
  },
}

/**
 * For the order module's option `generateCustomDisplayId`: orders that bring a display id of their own - ours do - keep
 * it, all others get Medusa's number as ever. Without this option an import sets the display id by a second statement.
 */
export async function keepMarketplaceDisplayId(order: object): Promise<string | undefined> {
  const given: unknown = "custom_display_id" in order ? order.custom_display_id : undefined
  return typeof given === "string" && given !== "" ? given : undefined
}

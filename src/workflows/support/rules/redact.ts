/**
 * Keys whose values say nothing about a person, in a connector's words or a platform's: numbers and codes of orders, goods and money.
 * Written without capitals, underscores and hyphens. A key that is not here is redacted, whatever a platform thinks of next.
 */
const PLAIN_KEYS = new Set(
  [
    "readable code path severity status kind rule state type event language reference references number",
    "id orderid storeid productid variantid imageid parentid fulfillmentorderid lineid appid couponid",
    "marketplace platformstatus fulfilledby outofscope paymentstatus shippingstatus fulfillmentstatus storefront",
    "placedat updatedat paidat createdat shippedat closedat cancelledat canceledat completedat shipby deliverby date timezone",
    "sku barcode listingkey platformproductid quantity quantityshipped weight",
    "amount value price unitprice discount tax total subtotal taxtotal refundedtotal currency currencycode",
    "taxinclusive taxcollectedbyplatform paymentmethod method gateway installments creditcardcompany",
    "shippingservice countrycode replaces",
  ].flatMap((line) => line.split(" ")),
)

/** Below these nothing is plain: a house number is a number too. */
const PERSONAL_BRANCH =
  /buyer|customer|address|recipient|contact|billing|client|payer|holder|person|receiver|pickup|gift|message|note|extra|attribute|custom/

/** Keys of numbers that tell a person; other numbers in a person's place are ids, which orders carry too. */
const PERSONAL_NUMBER = /document|identification|phone|mobile|fax|cpf|cnpj|vat|taxid|zip|postal/

/** Shorter values are too common to be told from codes. */
const SHORTEST_TELLING = 4

const nameOf = (key: string): string => key.toLowerCase().replace(/[_-]/g, "")

/** What a value was, without saying it. */
export function kindOf(value: string | number): string {
  const text = String(value)
  if (text.includes("@")) return `<e-mail ${text.length}>`
  const digits = text.replace(/[\s().+/-]/g, "")
  if (/^\d{4}-\d\d-\d\d[T ]/.test(text)) return "<instant>"
  if (/^\d+$/.test(digits)) return `<digits ${digits.length}>`
  return `<text ${text.length}>`
}

type Place = { key: string; personal: boolean }

const inside = (place: Place, key: string): Place => ({
  key: nameOf(key),
  personal: place.personal || PERSONAL_BRANCH.test(nameOf(key)),
})

const isPlain = ({ key, personal }: Place): boolean => PLAIN_KEYS.has(key) && !personal

function walk(
  value: unknown,
  place: Place,
  leaf: (value: string | number, place: Place) => unknown,
): unknown {
  if (typeof value === "string" || typeof value === "number") return leaf(value, place)
  if (Array.isArray(value)) return value.map((one) => walk(one, place, leaf))
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, walk(one, inside(place, key), leaf)]),
    )
  }
  return typeof value === "boolean" || value === null ? value : undefined
}

/**
 * A platform's answer with every value that may be about a person replaced by its kind. What stands in a buyer's or an address's
 * place is found nowhere else in it either, even under a key that is plain by itself. Pure.
 */
export function redacted(value: unknown): unknown {
  const root: Place = { key: "", personal: false }
  const telling = new Set<string>()
  walk(value, root, (leaf, place) => {
    const text = String(leaf).trim().toLowerCase()
    const tells = /\p{L}/u.test(text) || PERSONAL_NUMBER.test(place.key)
    if (place.personal && tells && text.length >= SHORTEST_TELLING) telling.add(text)
  })
  const tells = (text: string): boolean => {
    const lower = text.toLowerCase()
    return text.includes("@") || [...telling].some((one) => lower.includes(one))
  }
  return walk(value, root, (leaf, place) => (isPlain(place) && !tells(String(leaf)) ? leaf : kindOf(leaf)))
}

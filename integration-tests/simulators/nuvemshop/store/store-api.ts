import type { Answer } from "../answer"
import { platformTime } from "../clock"
import type { ApiCall } from "../world"
import { localised } from "../products/product"

/** What fills the connection card after an install. */
export function getStore({ store, query }: ApiCall): Answer {
  const { name, businessId, businessName, email, phone, country, currency } = store.options
  const host = `loja${store.id}.lojavirtualnuvem.example`
  const fields = query.list("fields")
  const body = {
    id: store.id,
    name: localised(name, store.languages),
    description: localised("", store.languages),
    type: null,
    email,
    contact_email: email,
    logo: null,
    country,
    business_id: businessId,
    business_name: businessName,
    business_address: "Avenida Paulista, 1000, São Paulo",
    address: "Avenida Paulista, 1000, São Paulo",
    phone,
    main_currency: currency,
    current_theme: "simulated",
    main_language: store.mainLanguage,
    languages: Object.fromEntries(
      store.languages.map((language) => [
        language,
        { currency, active: true, main: language === store.mainLanguage },
      ]),
    ),
    domains: [host],
    original_domain: host,
    plan_name: store.plan,
    features: store.features,
    customer_accounts: "optional",
    created_at: platformTime(store.createdAt),
  }
  const shown = Object.entries(body).filter(([key]) => !fields || fields.includes(key))
  return { status: 200, body: Object.fromEntries(shown) }
}

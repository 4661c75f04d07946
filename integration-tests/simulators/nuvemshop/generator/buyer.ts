import type { Random } from "../../amazon/random"
import type { PlaceOrderOptions } from "../orders/place-order-options"
import { cnpj, cpf, formattedDocument } from "./documents"
import type { Mix } from "./mix"
import { companyName, mobile, personName, place } from "./people"

export interface DrawnBuyer {
  order: Pick<PlaceOrderOptions, "buyer" | "customer">
  name: string
  phone: string
  email: string
  /** Without punctuation, upper case. */
  document: { kind: "cpf" | "cnpj"; plain: string } | null
}

export function drawBuyer(random: Random, mix: Mix): DrawnBuyer {
  const company = random.chance(mix.company)
  const name = company ? companyName(random) : personName(random)
  const phone = mobile(random)
  const email = `comprador.${random.digits(8)}@example.com`
  const plain = company ? cnpj(random, random.chance(mix.letterCnpj)) : cpf(random)
  const known = !random.chance(mix.withoutDocument)
  const shown = random.chance(mix.formattedDocument) ? formattedDocument(plain) : plain
  const address = place(random)
  return {
    order: {
      customer: !random.chance(mix.withoutCustomer),
      buyer: {
        name,
        phone,
        email,
        address,
        identification: known ? shown : null,
        ...(company ? { company: { businessName: name } } : {}),
      },
    },
    name,
    phone,
    email,
    document: known ? { kind: company ? "cnpj" : "cpf", plain } : null,
  }
}

import { money } from "../money"
import type { Marketplace } from "../marketplaces"
import type { Random } from "../random"
import type { Address, Order } from "../types"
import type { OrderShares } from "./mix"
import { cnpj, cpf, person } from "./people"

export interface BuyerInput {
  marketplace: Marketplace
  byAmazon: boolean
  business: boolean
  easyShip: boolean
  shares: OrderShares
  currency: string
  /** In minor units; absent when the order shows no amounts. */
  total: number | undefined
}

/** Who bought, where it goes, how it was paid, and the tax registrations. */
export function buyerBlocks(
  random: Random,
  input: BuyerInput,
): Pick<Order, "buyer" | "recipient" | "payment" | "tax"> {
  const { marketplace, shares } = input
  const who = person(random, marketplace.countryCode)
  const company = input.business ? `${who.name.split(" ").at(-1) ?? who.name} & Co.` : undefined
  const blocks: Pick<Order, "buyer" | "recipient" | "payment" | "tax"> = {}

  if (!random.chance(shares.missingBuyer)) {
    blocks.buyer = {
      ...(random.chance(shares.missingName) ? {} : { buyerName: who.name }),
      ...(input.byAmazon ? {} : { buyerEmail: who.email }),
      ...(company ? { buyerCompanyName: company, buyerPurchaseOrderNumber: `PO-${random.digits(6)}` } : {}),
    }
  }
  if (!random.chance(shares.missingAddress)) {
    const { name, ...place } = who.address
    const gift = random.chance(0.2) ? person(random, marketplace.countryCode).name : name
    const deliveryAddress: Address = {
      ...(random.chance(shares.missingName) || gift === undefined ? {} : { name: gift }),
      ...(company ? { companyName: company } : {}),
      ...place,
    }
    blocks.recipient = {
      deliveryAddress,
      ...(random.chance(0.1)
        ? { deliveryPreference: { addressInstruction: "Ring twice", dropOffLocation: "Porch" } }
        : {}),
    }
  }
  if (input.total !== undefined) blocks.payment = paymentOf(random, input, input.total)
  const tax = taxOf(random, input, who.name, who.address)
  if (tax) blocks.tax = tax
  return blocks
}

function paymentOf(random: Random, input: BuyerInput, total: number): NonNullable<Order["payment"]> {
  const methods: Record<string, readonly string[]> = {
    BR: ["CreditCard", "Pix", "Boleto"],
    JP: ["CreditCard", "ConvenienceStore", "CashOnDelivery"],
  }
  const paymentMethod = random.pick(methods[input.marketplace.code] ?? ["CreditCard", "Invoice", "Other"])
  const brazil = input.marketplace.code === "BR" && paymentMethod !== "Boleto"
  return {
    paymentExecutions: [
      {
        paymentMethod,
        paymentAmount: money(total, input.currency),
        ...(brazil ? { acquirerId: "01.027.058/0001-91", authorizationCode: random.digits(6) } : {}),
        ...(brazil && paymentMethod === "CreditCard"
          ? { cardBrand: random.pick(["Visa", "Mastercard"]) }
          : {}),
      },
    ],
  }
}

function taxOf(random: Random, input: BuyerInput, name: string, address: Address): Order["tax"] {
  const { code, region, countryCode } = input.marketplace
  if (code === "BR") {
    const registration = input.business
      ? { taxRegistrationType: "CNPJ", taxRegistrationNumber: cnpj(random) }
      : { taxRegistrationType: "CPF", taxRegistrationNumber: cpf(random) }
    return {
      taxRegistrations: [
        {
          entityType: "BUYER",
          legalName: name,
          ...registration,
          ...(input.business ? { taxRegistrationAddress: address } : {}),
        },
        { entityType: "MARKETPLACE", taxRegistrationType: "CNPJ", taxRegistrationNumber: "15436940" },
      ],
      ...(input.easyShip
        ? { taxInvoicing: { invoiceStatus: random.pick(["NOT_FOUND", "PROCESSING", "ACCEPTED"]) } }
        : {}),
    }
  }
  if (region === "EU" && input.business) {
    const taxRegistrationNumber = `${countryCode}${random.digits(9)}`
    return {
      taxRegistrations: [
        { entityType: "BUYER", legalName: name, taxRegistrationType: "VAT", taxRegistrationNumber },
      ],
    }
  }
  return undefined
}

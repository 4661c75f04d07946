/** How often an order has something; a share is from 0 to 1. */
export interface Mix {
  lines: { min: number; max: number }
  quantity: { min: number; max: number }
  /** Weights of what became of the payment. */
  payments: {
    paid: number
    pending: number
    authorized: number
    cancelled: number
    refunded: number
    partiallyRefunded: number
    voided: number
  }
  /** Paid before the activation too, of the orders placed before it. */
  beforeActivation: number
  company: number
  letterCnpj: number
  formattedDocument: number
  withoutDocument: number
  withoutCustomer: number
  sameVariantTwice: number
  gift: number
  twoPackages: number
  shipping: number
  freeShipping: number
  promotion: number
  coupon: number
  paymentDiscount: number
  installments: number
  rounding: number
}

export const DEFAULT_MIX: Readonly<Mix> = {
  lines: { min: 1, max: 4 },
  quantity: { min: 1, max: 3 },
  payments: {
    paid: 70,
    pending: 8,
    authorized: 2,
    cancelled: 8,
    refunded: 4,
    partiallyRefunded: 4,
    voided: 4,
  },
  beforeActivation: 0.7,
  company: 0.25,
  letterCnpj: 0.3,
  formattedDocument: 0.5,
  withoutDocument: 0.1,
  withoutCustomer: 0.05,
  sameVariantTwice: 0.15,
  gift: 0.15,
  twoPackages: 0.2,
  shipping: 0.8,
  freeShipping: 0.2,
  promotion: 0.25,
  coupon: 0.25,
  paymentDiscount: 0.2,
  installments: 0.4,
  rounding: 0.05,
}

/** Orders without anything odd, all of them paid. */
export const PLAIN_MIX: Readonly<Mix> = {
  ...DEFAULT_MIX,
  payments: {
    paid: 1,
    pending: 0,
    authorized: 0,
    cancelled: 0,
    refunded: 0,
    partiallyRefunded: 0,
    voided: 0,
  },
  beforeActivation: 0,
  letterCnpj: 0,
  withoutDocument: 0,
  withoutCustomer: 0,
  sameVariantTwice: 0,
  gift: 0,
  twoPackages: 0,
  rounding: 0,
}

import type { Random } from "../../amazon/random"
import type { BuyerAddress } from "../store/customer"
import { PROVINCES } from "../store/provinces"

/** Invented people and places; their documents are of nobody. */
const FIRST = ["João", "Maria", "Antônio", "Luísa", "Inês", "Caetano", "Érica", "Raimundo", "Zoé", "Tainá"]
const LAST = ["da Silva", "D'Ávila", "Conceição", "Araújo", "Gonçalves Neto", "Muñoz", "Sant'Anna", "Böhm"]
const STREETS = ["Rua das Flores", "Avenida Paulista", "Travessa São José", "Praça da Sé", "Rua 25 de Março"]
const DISTRICTS = ["Centro", "Vila Mariana", "Boa Vista", "Água Verde", "Jardim América"]
const CITIES: readonly (readonly [string, string, string])[] = [
  ["São Paulo", "SP", "01310100"],
  ["Rio de Janeiro", "RJ", "20040002"],
  ["Belo Horizonte", "MG", "30130010"],
  ["Curitiba", "PR", "80010000"],
  ["Belém", "PA", "66010000"],
  ["João Pessoa", "PB", "58010000"],
  ["Goiânia", "GO", "74003010"],
]

export function personName(random: Random): string {
  return `${random.pick(FIRST)} ${random.pick(LAST)} ${random.pick(LAST)}`
}

export function companyName(random: Random): string {
  return `${random.pick(LAST)} Comércio ${random.pick(["Ltda", "S.A.", "ME"])}`
}

export function mobile(random: Random): string {
  return `+5511 9${random.digits(4)}-${random.digits(4)}`
}

export function place(random: Random): BuyerAddress {
  const [city, code, zipcode] = random.pick(CITIES)
  return {
    address: random.pick(STREETS),
    number: random.chance(0.1) ? "S/N" : String(random.int(1, 4000)),
    floor: random.chance(0.4) ? `Apto ${random.int(1, 200)}` : "",
    locality: random.pick(DISTRICTS),
    city,
    province: PROVINCES[code] ?? "",
    zipcode: random.chance(0.3) ? `${zipcode.slice(0, 5)}-${zipcode.slice(5)}` : zipcode,
    country: "BR",
  }
}

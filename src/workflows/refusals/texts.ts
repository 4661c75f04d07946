import type { Language } from "../../connector"
import { en } from "./texts/en"
import { es } from "./texts/es"
import { ptBR } from "./texts/pt-br"

type Texts = typeof en
type Told<Part extends Record<string, string>> = Record<keyof Part, string>

export type RefusalTexts = {
  refusals: Told<Texts["refusals"]>
  /** What is wrong with a field of the request. */
  complaints: Told<Texts["complaints"]>
  /** Orders' states inside of sentences. */
  states: Told<Texts["states"]>
  /** How a complaint names its field. */
  field: string
}

export type ComplaintCode = keyof Texts["complaints"]

type Placeholders<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

/** What the text of a code asks for; a detail that is missing or too much does not compile. */
export type DetailsOf<Part extends "refusals" | "complaints", Code extends keyof Texts[Part]> = Record<
  Placeholders<Texts[Part][Code] & string>,
  string
>

export const refusalTexts: Record<Language, RefusalTexts> = { en, "pt-BR": ptBR, es }

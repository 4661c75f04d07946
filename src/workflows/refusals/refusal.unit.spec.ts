import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { languages, type Language } from "../../connector"
import { checkFields, saying } from "./check-fields"
import { refusal, refusalOf } from "./refusal"
import { tellRefusal } from "./tell-refusal"

type Told = Record<Language, string>

function refusedOf(work: () => unknown) {
  try {
    work()
  } catch (thrown) {
    const refused = refusalOf(thrown)
    if (refused) return refused
    throw thrown
  }
  throw new Error("nothing was refused")
}

describe("what is refused", () => {
  it("is an error as Medusa knows them, in English", () => {
    expect(refusal("account_paused", { account: "Mugs" })).toMatchObject({
      type: MedusaError.Types.NOT_ALLOWED,
      code: "account_paused",
      message: 'Account "Mugs" is paused. Resume it first',
    })
  })

  it("is recognised in the copy that a workflow throws", () => {
    const copy: unknown = JSON.parse(JSON.stringify(refusal("order_unknown", { id: "mord_1" })))
    expect(refusalOf(copy)).toEqual({ code: "order_unknown", details: { id: "mord_1" }, complaints: [] })
    expect(refusalOf(new Error("boom"))).toBeUndefined()
  })

  it("tells an order's state in words", () => {
    const refused = refusedOf(() => {
      throw refusal("order_not_in_review", { reference: "702-1", state: "review" })
    })
    expect(tellRefusal(refused, "es")).toContain("por revisar")
  })

  it("takes a detail as it is, even when it looks like a placeholder", () => {
    const refused = refusedOf(() => {
      throw refusal("account_paused", { account: "$& {{account}}" })
    })
    expect(tellRefusal(refused, "pt-BR")).toBe("A conta “$& {{account}}” está pausada. Retome-a primeiro")
  })
})

describe("what is wrong with a field", () => {
  const schema = z.strictObject({
    name: z.string().min(1).max(3).optional(),
    minutes: z.number().int().min(1).max(1440).optional(),
    count: z.coerce.number().optional(),
    share: z.number().positive().optional(),
    on: z.boolean().optional(),
    keys: z.array(z.string()).min(1).max(2).optional(),
    kind: z.enum(["map", "skip"]).optional(),
    at: z.iso.datetime({ error: saying("instant_malformed") }).optional(),
    seller: z.string().regex(/^A/, "must begin with A").optional(),
    few: z
      .array(z.string())
      .refine((all) => all.length < 2, { error: saying("too_many_orders"), params: { bound: 1 } })
      .optional(),
  })

  it.each<[unknown, Told]>([
    [
      { name: "" },
      {
        en: "'name': must not be empty",
        "pt-BR": "'name': não pode ficar vazio",
        es: "'name': no puede quedar vacío",
      },
    ],
    [
      { name: "long" },
      {
        en: "too long; 3 characters at most",
        "pt-BR": "no máximo 3 caracteres",
        es: "como máximo 3 caracteres",
      },
    ],
    [{ name: 5 }, { en: "a text", "pt-BR": "um texto", es: "un texto" }],
    [{ minutes: 0 }, { en: "at least 1", "pt-BR": "no mínimo 1", es: "como mínimo 1" }],
    [{ minutes: 9999 }, { en: "at most 1440", "pt-BR": "no máximo 1440", es: "como máximo 1440" }],
    [{ minutes: 0.5 }, { en: "a whole number", "pt-BR": "um número inteiro", es: "un número entero" }],
    [{ count: "many" }, { en: "be a number", "pt-BR": "ser um número", es: "ser un número" }],
    [{ share: 0 }, { en: "expected number to be >0", "pt-BR": "formato esperado", es: "formato esperado" }],
    [{ on: "yes" }, { en: "true or false", "pt-BR": "verdadeiro ou falso", es: "verdadero o falso" }],
    [{ keys: "a" }, { en: "a list", "pt-BR": "uma lista", es: "una lista" }],
    [{ keys: [] }, { en: "not be empty", "pt-BR": "ficar vazio", es: "quedar vacío" }],
    [{ keys: ["a", "b", "c"] }, { en: "2 at most", "pt-BR": "no máximo 2", es: "como máximo 2" }],
    [{ keys: [undefined] }, { en: "'keys.0': is required", "pt-BR": "é obrigatório", es: "es obligatorio" }],
    [{ kind: "x" }, { en: "one of: map, skip", "pt-BR": "destes: map, skip", es: "estos: map, skip" }],
    [{ at: "soon" }, { en: "an instant such as", "pt-BR": "data e hora como", es: "fecha y hora como" }],
    [
      { seller: "B" },
      { en: "must begin with A", "pt-BR": "não tem o formato esperado", es: "no tiene el formato esperado" },
    ],
    [{ few: ["a", "b"] }, { en: "more than 1 orders", "pt-BR": "mais de 1 pedidos", es: "más de 1 pedidos" }],
    [
      { secret: "x" },
      { en: "'secret': is not known", "pt-BR": "'secret': não é conhecido", es: "'secret': no se conoce" },
    ],
    [null, { en: "Field 'body'", "pt-BR": "Campo 'body'", es: "Campo 'body'" }],
  ])("is told in the reader's language: %j", (given, told) => {
    const refused = refusedOf(() => checkFields(schema, given))
    for (const language of languages) expect(tellRefusal(refused, language)).toContain(told[language])
  })

  it("is told with its place in the request and never with its value", () => {
    const refused = refusedOf(() => checkFields(schema, { kind: "s3cr3t", minutes: "s3cr3t" }, "settings"))
    expect(JSON.stringify(refused)).not.toContain("s3cr3t")
    expect(tellRefusal(refused, "en")).toBe(
      "Invalid request: Field 'settings.minutes': must be a number; Field 'settings.kind': must be one of: map, skip",
    )
  })

  it("is told of five fields at most", () => {
    const refused = refusedOf(() => checkFields(schema, { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }))
    expect(tellRefusal(refused, "en").match(/Field/g)).toHaveLength(5)
  })
})

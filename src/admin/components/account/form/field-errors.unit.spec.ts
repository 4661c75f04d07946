import { fieldErrors } from "./field-errors"

const settings = { settings: { team: "x" } }
const twoSites = { sites: [{ external_id: "A1" }, { external_id: "B2", team: "x" }] }

describe("what the API refuses is shown at the field it names", () => {
  it.each([
    [
      "one field",
      "Invalid request: Field 'settings.region_id': there is no region reg_1",
      settings,
      { "settings.region_id": "there is no region reg_1" },
    ],
    [
      "several fields",
      "Invalid request: Field 'name': is required; Field 'settings.team': too long; 100 at most",
      settings,
      { name: "is required", "settings.team": "too long; 100 at most" },
    ],
    [
      "several fields, in Portuguese or Spanish",
      "Solicitação inválida: Campo 'name': é obrigatório; Campo 'settings.team': é longo demais; no máximo 100 caracteres",
      settings,
      { name: "é obrigatório", "settings.team": "é longo demais; no máximo 100 caracteres" },
    ],
    [
      "a marketplace, by its id and not by its place in the request",
      "Invalid request: Field 'sites.1.team': too long",
      twoSites,
      { "sites.B2.team": "too long" },
    ],
    ["no field at all", 'Account "Main store" is paused. Resume it first', settings, {}],
  ])("%s", (_name, message, body, expected) => {
    expect(fieldErrors(message, body)).toEqual(expected)
  })
})

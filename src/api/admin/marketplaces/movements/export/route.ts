import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answering } from "../../serializers/failure"
import { languageOf } from "../../validation/language"
import { movementFilters } from "../movement-filters"
import type { ExportMovementsQuery } from "../validators"
import { movementsCsv } from "./movements-csv"

/** The movements that a list shows, all of them, as a file for a spreadsheet. */
export const GET = answering(
  async (
    req: AuthenticatedMedusaRequest<unknown, ExportMovementsQuery>,
    res: MedusaResponse,
  ): Promise<void> => {
    const filters = await movementFilters(req.scope, req.validatedQuery)
    const day = new Date().toISOString().slice(0, 10)
    res.set("Content-Type", "text/csv; charset=utf-8")
    res.set("Content-Disposition", `attachment; filename="movements-${day}.csv"`)
    await pipeline(Readable.from(movementsCsv(req.scope, filters, languageOf(req))), res)
  },
)

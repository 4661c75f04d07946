import type { AmazonSimulator } from ".."
import { get, type Json, type Reply, send } from "./requests"

export const REPORTS = "/reports/2021-06-30/reports"
export const DOCUMENTS = "/reports/2021-06-30/documents"
export const LISTINGS = "GET_MERCHANT_LISTINGS_ALL_DATA"
export const AFN = "GET_AFN_INVENTORY_DATA"
export const LEDGER = "GET_LEDGER_DETAIL_VIEW_DATA"
export const US = "ATVPDKIKX0DER"

/** Asking for reports of the United States and reading them, with whatever simulator and token there are at the moment. */
export function reportCalls(now: () => { simulator: AmazonSimulator; token: string }) {
  const read = async (path: string, query: Record<string, string> = {}): Promise<Json> => {
    const { simulator, token } = now()
    return (await get(simulator, path, token, query)).json
  }
  const create = (reportType: string, more: Json = {}): Promise<Reply> => {
    const { simulator, token } = now()
    return send(simulator, "POST", REPORTS, token, { reportType, marketplaceIds: [US], ...more })
  }
  const created = async (reportType: string, more: Json = {}): Promise<string> =>
    String((await create(reportType, more)).json.reportId)
  const report = (id: string): Promise<Json> => read(`${REPORTS}/${id}`)
  const status = async (id: string) => (await report(id)).processingStatus
  const documentOf = async (id: string, query: Record<string, string> = {}): Promise<Json> =>
    read(`${DOCUMENTS}/${String((await report(id)).reportDocumentId)}`, query)
  const download = async (id: string) => {
    const response = await fetch(String((await documentOf(id)).url))
    return { response, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  const linesOf = async (id: string): Promise<string[][]> =>
    (await download(id)).bytes
      .toString("utf8")
      .split("\n")
      .map((line) => line.split("\t"))
  const records = async (id: string): Promise<Record<string, string | undefined>[]> => {
    const [columns = [], ...lines] = await linesOf(id)
    return lines
      .filter((line) => line.length > 1)
      .map((line) => Object.fromEntries(columns.map((name, index) => [name, line[index]])))
  }
  return { create, created, report, status, documentOf, download, linesOf, records }
}

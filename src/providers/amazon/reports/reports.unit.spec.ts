import { aConnection } from "../__tests__/a-connection"
import { aCutAnswer, anError, AnApi, type ApiReply } from "../__tests__/an-api"
import { failureOfPromise } from "../__tests__/failure-of-promise"
import { LocalServer, type Reply } from "../__tests__/local-server"
import { Reports } from "./reports"

const api = new AnApi()
const store = new LocalServer()
beforeAll(() => Promise.all([api.start(), store.start()]))
afterAll(() => Promise.all([api.stop(), store.stop()]))

const reports = (endpoint: string | undefined = "http://127.0.0.1") =>
  new Reports(api.transport(), { endpoint })
const inProduction = () => new Reports(api.transport(), { endpoint: undefined })
const inAnotherRegion = () => new Reports(api.transport(), { endpoint: { eu: "http://127.0.0.1" } })

async function textOf(source: Reports): Promise<string> {
  let text = ""
  for await (const piece of source.textOf(aConnection(), "doc 1")) text += piece
  return text
}

describe("asking for a report", () => {
  const create = () => reports().create(aConnection(), "GET_X", "ATVPDKIKX0DER")

  it("names its type and the one marketplace", async () => {
    api.answer({ status: 202, json: { reportId: "R1" } })
    const connection = aConnection()
    await expect(reports().create(connection, "GET_X", "ATVPDKIKX0DER")).resolves.toBe("R1")
    expect(api.calls[0]).toMatchObject({ method: "POST", path: "/reports/2021-06-30/reports" })
    expect(api.bodies()).toEqual([{ reportType: "GET_X", marketplaceIds: ["ATVPDKIKX0DER"] }])
    expect(connection.recorded.spent).toEqual(["createReport"])
  })

  it.each<[string, ApiReply, string]>([
    ["an answer that got lost: it may be asked again", aCutAnswer, "unavailable"],
    ["a fault of Amazon", { status: 500 }, "unavailable"],
    ["a refusal", { status: 400, json: anError("InvalidInput", "x") }, "rejected"],
    ["an answer without an id", { status: 202, json: {} }, "contract_broken"],
    ["the quota", { status: 429 }, "throttled"],
  ])("ends with %s", async (_name, reply, kind) => {
    api.answer(reply)
    await expect(failureOfPromise(create())).resolves.toMatchObject({ kind })
  })
})

describe("a report", () => {
  const stateOf = () => reports().stateOf(aConnection(), "R 1")

  it.each<[string, Record<string, unknown>, unknown]>([
    ["waits for its turn", { processingStatus: "IN_QUEUE" }, { state: "working" }],
    ["is being made", { processingStatus: "IN_PROGRESS" }, { state: "working" }],
    ["is done", { processingStatus: "DONE", reportDocumentId: "D1" }, { state: "done", documentId: "D1" }],
    ["was canceled", { processingStatus: "CANCELLED" }, { state: "canceled" }],
    ["failed", { processingStatus: "FATAL", reportDocumentId: "D1" }, { state: "failed" }],
  ])("%s", async (_name, json, expected) => {
    api.answer({ json })
    await expect(stateOf()).resolves.toEqual(expected)
    expect(api.calls[0].path).toBe("/reports/2021-06-30/reports/R%201")
  })

  it.each<[string, Reply, string, string | undefined]>([
    [
      "done without a document",
      { json: { processingStatus: "DONE" } },
      "contract_broken",
      "reportDocumentId",
    ],
    ["in an unknown state", { json: { processingStatus: "LATER" } }, "contract_broken", "processingStatus"],
    ["in no state", { json: {} }, "contract_broken", "processingStatus"],
    ["that is gone", { status: 404, json: anError("NotFound", "x") }, "page_expired", undefined],
    ["that may not be seen", { status: 403, json: anError("Unauthorized", "x") }, "rejected", undefined],
  ])("%s is a failure", async (_name, reply, kind, path) => {
    api.answer(reply)
    const failure = await failureOfPromise(stateOf())
    expect(failure).toMatchObject(path === undefined ? { kind } : { kind, path })
  })
})

describe("the document of a report", () => {
  it("is looked up and read at once", async () => {
    store.answerInTurn({ text: "sku\n", headers: { "content-type": "text/plain" } })
    api.answer({ json: { reportDocumentId: "doc 1", url: `${store.url}/d?sig=1` } })
    await expect(textOf(reports())).resolves.toBe("sku\n")
    expect(api.calls[0].path).toBe("/reports/2021-06-30/documents/doc%201")
    expect(store.received).toHaveLength(1)
  })

  it.each<[string, () => Reports, Record<string, unknown>, string]>([
    ["over plain http, in production", inProduction, { url: "http://x.example/d" }, "url"],
    ["over plain http, in a region of production", inAnotherRegion, { url: "http://x.example/d" }, "url"],
    ["on the machine itself", reports, { url: "file:///etc/passwd" }, "url"],
    ["nowhere", reports, { url: "document" }, "url"],
    ["at no address", reports, {}, "url"],
    [
      "packed in another way",
      reports,
      { url: "https://x.example/d", compressionAlgorithm: "ZIP" },
      "compressionAlgorithm",
    ],
  ])("%s is not fetched", async (_name, source, json, path) => {
    api.answer({ json })
    await expect(failureOfPromise(textOf(source()))).resolves.toMatchObject({ kind: "contract_broken", path })
  })

  it("that is gone means to begin again", async () => {
    api.answer({ status: 404, json: anError("NotFound", "x") })
    await expect(failureOfPromise(textOf(reports()))).resolves.toMatchObject({ kind: "page_expired" })
  })
})

import { z } from "@medusajs/framework/zod"
import {
  connectorFailureOf,
  contractBroken,
  pageExpired,
  unavailable,
  type Connection,
} from "../../../connector"
import { credentialsOf } from "../credentials"
import type { Region } from "../marketplaces"
import { endpointOf, type AmazonSettings } from "../options"
import { pathPart, type Transport } from "../transport"
import { parseWire } from "../wire"
import { download, type DocumentAddress, type DownloadLimits } from "./download"

const REPORTS_PATH = "/reports/2021-06-30"

/** How far Amazon is with a report. */
export type ReportState =
  | { state: "working" }
  | { state: "done"; documentId: string }
  /** Canceled by Amazon: no data, asked for again too soon, or a type that may not be asked for. It does not say which. */
  | { state: "canceled" }
  | { state: "failed" }

const createdSchema = z.looseObject({ reportId: z.string().min(1) })
const reportSchema = z.looseObject({
  processingStatus: z.string(),
  reportDocumentId: z.string().min(1).nullish(),
})
const documentSchema = z.looseObject({
  url: z.string().min(1),
  compressionAlgorithm: z.string().nullish(),
})

/** Reports by the Reports API v2021-06-30: asked for, made by Amazon in its own time, fetched as a document. */
export class Reports {
  constructor(
    private readonly transport: Transport,
    private readonly settings: Pick<AmazonSettings, "endpoint">,
    private readonly limits?: DownloadLimits,
  ) {}

  /**
   * Asks for a report of one marketplace; gives its id. A report changes nothing for the seller, so that asking again after
   * an answer that got lost does no harm.
   * @throws ConnectorError `authorization_lost`, `rejected`, `throttled`, `unavailable`, `contract_broken`.
   */
  async create(connection: Connection, reportType: string, marketplace: string): Promise<string> {
    try {
      const { body } = await this.transport.write(connection, {
        operation: "createReport",
        path: `${REPORTS_PATH}/reports`,
        method: "POST",
        body: { reportType, marketplaceIds: [marketplace] },
      })
      return parseWire(createdSchema, body, "createReport").reportId
    } catch (thrown) {
      const failure = connectorFailureOf(thrown)
      if (failure?.kind !== "outcome_unknown") throw thrown
      throw unavailable("createReport: no usable answer", failure.problem.details, thrown)
    }
  }

  /**
   * @throws ConnectorError `page_expired` when Amazon does not know the report any more, and as {@link create}.
   */
  async stateOf(connection: Connection, reportId: string): Promise<ReportState> {
    const report = parseWire(
      reportSchema,
      await this.transport
        .read(connection, {
          operation: "getReport",
          path: `${REPORTS_PATH}/reports/${pathPart(reportId)}`,
          reference: reportId,
        })
        .catch(asExpired),
      "getReport",
    )
    switch (report.processingStatus) {
      case "IN_QUEUE":
      case "IN_PROGRESS":
        return { state: "working" }
      case "CANCELLED":
        return { state: "canceled" }
      case "FATAL":
        return { state: "failed" }
      case "DONE":
        if (!report.reportDocumentId) {
          throw contractBroken("reportDocumentId", "getReport: a finished report has no document")
        }
        return { state: "done", documentId: report.reportDocumentId }
      default:
        throw contractBroken("processingStatus", "getReport: the report is in no documented state")
    }
  }

  /**
   * The text of a finished report, piece by piece; downloaded at once, since its address lives five minutes.
   * @throws ConnectorError `page_expired` when Amazon does not know the document any more, and as {@link create}.
   */
  async *textOf(connection: Connection, documentId: string): AsyncGenerator<string> {
    const document = parseWire(
      documentSchema,
      await this.transport
        .read(connection, {
          operation: "getReportDocument",
          path: `${REPORTS_PATH}/documents/${pathPart(documentId)}`,
          reference: documentId,
        })
        .catch(asExpired),
      "getReportDocument",
    )
    const address = this.addressOf(document, credentialsOf(connection).region)
    yield* download(address, connection.signal, this.limits)
  }

  private addressOf(
    { url, compressionAlgorithm }: z.infer<typeof documentSchema>,
    region: Region,
  ): DocumentAddress {
    const protocol = URL.canParse(url) ? new URL(url).protocol : ""
    // Only a simulator or a sandbox may hand out plain http: the document holds the seller's catalog.
    const allowed = endpointOf(this.settings, region) === undefined ? ["https:"] : ["https:", "http:"]
    if (!allowed.includes(protocol)) {
      throw contractBroken(
        "url",
        `getReportDocument: the address does not begin with ${allowed.join(" or ")}`,
      )
    }
    if (compressionAlgorithm && compressionAlgorithm !== "GZIP") {
      throw contractBroken(
        "compressionAlgorithm",
        "getReportDocument: the document is packed in an unknown way",
      )
    }
    return { url, packed: compressionAlgorithm === "GZIP" }
  }
}

function asExpired(thrown: unknown): never {
  if (connectorFailureOf(thrown)?.kind !== "not_found") throw thrown
  throw pageExpired("report: Amazon does not know it any more")
}

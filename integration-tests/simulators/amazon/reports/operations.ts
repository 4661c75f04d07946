import { createReport } from "./create-report"
import { cancelReport, getReport, getReportDocument, getReports } from "./reports-api"

const REPORTS = "/reports/2021-06-30/reports"
const LISTED = { rate: 0.0222, burst: 10 }

/** Reports API v2021-06-30. Which role is needed depends on the type of the report. */
export const REPORT_OPERATIONS = {
  createReport: {
    method: "POST",
    path: REPORTS,
    role: "any",
    limit: { rate: 0.0167, burst: 15 },
    takesBody: true,
    handle: createReport,
  },
  getReports: { method: "GET", path: REPORTS, role: "any", limit: LISTED, handle: getReports },
  getReport: {
    method: "GET",
    path: `${REPORTS}/{reportId}`,
    role: "any",
    limit: { rate: 2, burst: 15 },
    handle: getReport,
  },
  cancelReport: {
    method: "DELETE",
    path: `${REPORTS}/{reportId}`,
    role: "any",
    limit: LISTED,
    handle: cancelReport,
  },
  getReportDocument: {
    method: "GET",
    path: "/reports/2021-06-30/documents/{reportDocumentId}",
    role: "any",
    limit: { rate: 0.0167, burst: 15 },
    handle: getReportDocument,
  },
} as const

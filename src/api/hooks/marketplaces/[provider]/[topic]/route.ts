import { answerWebhook } from "../../answer-webhook"

export const POST = answerWebhook

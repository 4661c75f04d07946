import { actsOnOrder } from "../../act-on-order"

export const POST = actsOnOrder("retry")

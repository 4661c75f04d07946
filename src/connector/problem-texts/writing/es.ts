import type { ProblemText } from "../../problem-texts"
import type { WritingCode } from "./codes"

export const esWriting: Record<WritingCode, ProblemText> = {
  carrier_missing: {
    title: "Ningún transportista elegido para el pedido {{order}}",
    cause:
      "El paquete del pedido {{order}} no se confirmó: la cuenta no indica a qué transportista corresponde la opción de envío o el proveedor usado.",
    wayOut:
      "En Marketplaces, abra la cuenta, pestaña Envío, y elija el transportista. Después, el envío se confirma automáticamente.",
  },
  carrier_unknown: {
    title: "Transportista desconocido en la plataforma: {{carrier}}",
    cause:
      "El paquete del pedido {{order}} indica el transportista «{{carrier}}», que no está en la lista de la plataforma. El nombre más parecido de la lista: {{suggestion}}.",
    wayOut:
      "En Marketplaces, abra la cuenta, pestaña Envío, y elija un transportista de la lista. Después, el envío se confirma automáticamente.",
  },
  tracking_missing: {
    title: "Falta el número de seguimiento del pedido {{order}}",
    cause:
      "Un paquete del pedido {{order}} salió sin número de seguimiento, por eso no se envió nada a la plataforma.",
    wayOut: "Indique el número de seguimiento del envío. Después, se confirma automáticamente.",
  },
  package_incomplete: {
    title: "Parte de un lote enviada: {{sku}}",
    cause:
      "El envío del pedido {{order}} contiene {{units}} de {{sku}}, pero la plataforma lo vende en lotes de {{per_package}}. Solo se pueden confirmar lotes completos.",
    wayOut:
      "Cancele este envío aquí y envíe lotes completos. Si el resto va en otro paquete, ponga todas las unidades en un solo envío con varios números de seguimiento.",
  },
  shipment_unreadable: {
    title: "No se pudo leer el envío del pedido {{order}}",
    cause: "No se pudo leer de su tienda qué va en el paquete del pedido {{order}}: {{reason}}.",
    wayOut:
      "Confirme el envío manualmente en la plataforma y envíe este mensaje al desarrollador del plugin.",
  },
  shipment_rejected: {
    title: "La plataforma rechazó el envío del pedido {{order}}",
    cause: "La plataforma no aceptó el paquete del pedido {{order}}. En sus palabras: {{reason}}.",
    wayOut:
      "Corrija lo que señala la plataforma, como el número de seguimiento o el transportista, y pulse «Intentar de nuevo».",
  },
  shipment_refused_for_now: {
    title: "La plataforma todavía no acepta el envío del pedido {{order}}",
    cause:
      "La plataforma no puede aceptar el paquete del pedido {{order}} en este momento. En sus palabras: {{reason}}.",
    wayOut:
      "No hay nada que hacer: se vuelve a intentar automáticamente. Si sigue así un día, abra el pedido en la plataforma.",
  },
  order_already_shipped: {
    title: "Ya enviado en la plataforma: pedido {{order}}",
    cause: "La plataforma dice que el pedido {{order}} ya está enviado, pero no muestra este paquete.",
    wayOut:
      "Compare el pedido con la plataforma. Si allí los paquetes están bien, no hay nada más que enviar; si no, pulse «Intentar de nuevo».",
  },
  shipment_canceled_here: {
    title: "Envío cancelado aquí, todavía confirmado en la plataforma",
    cause:
      "Un envío del pedido {{order}} se canceló aquí después de haber avisado a la plataforma. La plataforma no puede deshacerlo.",
    wayOut:
      "Envíe los productos de nuevo, si el comprador los va a recibir, o resuélvalo con el comprador en la plataforma.",
  },
  dispatch_failed: {
    title: "Falló el envío a la plataforma",
    cause: "Ocurrió algo inesperado antes de enviar nada a la plataforma: {{reason}}.",
    wayOut:
      "Se volverá a intentar automáticamente. Si sigue fallando, envíe este mensaje a su desarrollador.",
  },
  outcome_unknown: {
    title: "La plataforma aún no ha respondido",
    cause:
      "Se envió algo a la plataforma y no volvió ninguna respuesta válida: {{reason}}. Puede haber llegado o no.",
    wayOut:
      "No hay nada que hacer: primero se comprueba en la plataforma, y solo se envía de nuevo si no está allí.",
  },
  stock_rejected: {
    title: "La plataforma rechazó el inventario de {{sku}}",
    cause: "La plataforma no aceptó la cantidad de {{sku}}. En sus palabras: {{reason}}.",
    wayOut:
      "Corrija la publicación en la plataforma y pulse «Intentar de nuevo». Hasta entonces, la plataforma ofrece la cantidad que tenía antes.",
  },
  stock_drift: {
    title: "Cantidad distinta en la plataforma: {{sku}}",
    cause:
      "La cantidad enviada a la plataforma para {{sku}} fue {{sent}}, y ella muestra {{shown}}. Alguien puede haberla cambiado allí, o acaba de haber una venta.",
    wayOut:
      "No hay nada que hacer: la cantidad correcta se envía de nuevo automáticamente. Si ocurre a menudo, averigüe quién más cambia el inventario en la plataforma.",
  },
  locations_not_mapped: {
    title: "¿Qué ubicación es cuál? El inventario de {{sku}} no se envía",
    cause:
      "La plataforma tiene {{sku}} en varias de sus ubicaciones, y la cuenta no indica cuáles son las suyas. Una cantidad enviada ahora se ofrecería además de lo que hay en las otras, y se venderían unidades de más.",
    wayOut:
      "En Marketplaces, abra la cuenta, pestaña Inventario, y elija qué ubicación de la plataforma es cada una de las suyas. Después, el inventario se envía automáticamente. Si solo cuenta una ubicación, ponga las otras en cero en la plataforma.",
  },
  stock_held: {
    title: "Inventario retenido: cambiarían demasiadas publicaciones a la vez",
    cause:
      "De {{listings}} publicaciones, {{zeroed}} pasarían a cero y {{raised}} aumentarían. Es más que el {{percent}} por ciento que usted permite, por eso no se envió nada.",
    wayOut:
      "Revise el inventario de su tienda. Si es correcto, en Marketplaces, abra la cuenta, pestaña Inventario, y pulse «Enviar de todos modos».",
  },
  writer_of_copy: {
    title: "Envío desactivado: esta es una copia de la tienda",
    cause:
      "El envío a la plataforma se activó en otra instalación. Dos tiendas que escriben en la misma cuenta se sobrescribirían una a otra, por eso esta no envía nada.",
    wayOut:
      "En una copia de prueba, déjelo desactivado. Si esta es ahora su tienda real, desactive primero el envío en la otra y después actívelo de nuevo en la página de la cuenta.",
  },
}

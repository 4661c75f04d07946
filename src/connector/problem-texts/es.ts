import type { ProblemCode } from "../problem"
import type { ProblemText } from "../problem-texts"

export const es: Record<ProblemCode, ProblemText> = {
  listing_unmapped: {
    title: "Producto sin vincular: {{listing_key}}",
    cause:
      "El pedido contiene «{{title}}» ({{listing_key}}), y ese anuncio no está vinculado a ningún producto de tu tienda.",
    wayOut: "Vincula el anuncio a un producto en Productos. Después, el pedido se importa automáticamente.",
  },
  stock_short: {
    title: "Existencias insuficientes: {{sku}}",
    cause: "El pedido necesita {{needed}} de {{sku}}, y tu almacén tiene {{available}}.",
    wayOut:
      "Repón existencias o corrige la cantidad y vuelve a intentarlo. También puedes aceptar pedidos sin existencias en los ajustes de la cuenta.",
  },
  amount_unknown: {
    title: "Importes aún desconocidos",
    cause:
      "La plataforma todavía no ha indicado cuánto cuesta este pedido. Un importe desconocido nunca se toma como cero.",
    wayOut:
      "Espera: el pedido se volverá a leer automáticamente. Si en un día nada cambia, ábrelo en la plataforma.",
  },
  amounts_inconsistent: {
    title: "Los importes no cuadran",
    cause: "La plataforma indica un total de {{expected}}, pero las líneas del pedido suman {{computed}}.",
    wayOut:
      "Compara el pedido con la plataforma y envía su número al desarrollador del plugin. No lo importes a mano.",
  },
  marketplace_unknown: {
    title: "Marketplace no habilitado: {{marketplace}}",
    cause: "El pedido se hizo en el marketplace {{marketplace}}, que no está habilitado en esta cuenta.",
    wayOut: "Habilita el marketplace en la pestaña Conexión de la cuenta y vuelve a intentarlo.",
  },
  region_missing: {
    title: "Ninguna región para {{country}} en {{currency}}",
    cause: "Tu tienda no tiene una región que incluya {{country}} y venda en {{currency}}.",
    wayOut:
      "Crea la región en Ajustes, Regiones, o elige una región para este marketplace en la cuenta. Después, vuelve a intentarlo.",
  },
  sales_channel_missing: {
    title: "Ningún canal de ventas elegido",
    cause: "La cuenta no indica a qué canal de ventas pertenecen sus pedidos, o ese canal se ha eliminado.",
    wayOut:
      "Elige un canal de ventas en los ajustes de la cuenta. Los pedidos en espera se importan automáticamente.",
  },
  stock_location_missing: {
    title: "Ningún almacén elegido",
    cause: "La cuenta no indica desde qué almacén se envían sus pedidos, o ese almacén se ha eliminado.",
    wayOut:
      "Elige un almacén en los ajustes de la cuenta. Los pedidos en espera se importan automáticamente.",
  },
  platform_location_missing: {
    title: "Ningún almacén para las existencias de la plataforma",
    cause:
      "La plataforma envía este pedido desde las existencias que guarda para ti, y la cuenta no indica un almacén para ellas.",
    wayOut:
      "Elige un almacén para las existencias de la plataforma en los ajustes de la cuenta y vuelve a intentarlo.",
  },
  order_without_lines: {
    title: "El pedido no tiene productos",
    cause: "La plataforma envió este pedido sin ninguna línea.",
    wayOut: "Espera: el pedido se volverá a leer automáticamente. Si sigue vacío, ábrelo en la plataforma.",
  },
  contract_broken: {
    title: "No se pudo entender la respuesta de la plataforma",
    cause: "La parte «{{path}}» de la respuesta falta o no es lo que la plataforma documenta.",
    wayOut:
      "No se ha perdido nada: la respuesta está guardada. Envía este mensaje al desarrollador del plugin, actualiza el plugin y vuelve a intentarlo.",
  },
  canceled_after_shipment: {
    title: "Cancelado en la plataforma después del envío",
    cause: "El pedido se canceló en la plataforma, pero aquí ya se había enviado. No se ha deshecho nada.",
    wayOut:
      "Recupera el paquete o registra una devolución en el pedido, y resuelve el pago con la plataforma.",
  },
  changed_after_import: {
    title: "Cambiado en la plataforma después de importarlo",
    cause:
      "El pedido cambió en la plataforma después de importarse. Qué cambió: {{what}}. Tu pedido sigue como estaba.",
    wayOut: "Compara ambos pedidos y ajusta el tuyo a mano si hace falta.",
  },
  import_failed: {
    title: "La importación falló",
    cause: "No se pudo guardar el pedido en tu tienda: {{reason}}.",
    wayOut:
      "Se volverá a intentar automáticamente. Si sigue fallando, envía este mensaje al desarrollador de tu tienda.",
  },
  stock_short_taken: {
    title: "Importado sin existencias suficientes: {{sku}}",
    cause:
      "El pedido necesita {{needed}} de {{sku}}, y tu almacén tenía {{available}}. Tus ajustes lo aceptan.",
    wayOut:
      "Consigue las unidades que faltan antes de la fecha límite de envío, o cancela el pedido en la plataforma.",
  },
  tax_basis_assumed: {
    title: "Base del impuesto supuesta: {{line}}",
    cause:
      "La plataforma no dejó claro si los precios de la línea {{line}} incluyen impuestos. Se usó lo habitual en el país.",
    wayOut: "Compara el impuesto de esta línea con la plataforma antes de facturarla.",
  },
  total_computed: {
    title: "Total calculado: {{total}}",
    cause: "La plataforma no indicó el total del pedido, así que se sumó a partir de las líneas: {{total}}.",
    wayOut: "No hay nada que hacer. Compáralo con la plataforma si el importe parece incorrecto.",
  },
  address_incomplete: {
    title: "Dirección de envío incompleta",
    cause: "La plataforma no envió estas partes de la dirección: {{missing}}.",
    wayOut:
      "Consulta la dirección en la plataforma antes de enviar. Si siempre falta, revisa los permisos de la aplicación.",
  },
  price_unknown_taken_as_zero: {
    title: "Precio desconocido tomado como cero",
    cause:
      "La plataforma no indicó el precio, como ocurre en reemplazos y muestras gratis. El pedido se importó con valor cero.",
    wayOut: "Compara el pedido con la plataforma. Corrígelo si el comprador sí lo pagó.",
  },
  authorization_lost: {
    title: "Hay que volver a conectar la cuenta",
    cause: "La plataforma ya no acepta el permiso que diste: ha caducado o se ha retirado.",
    wayOut:
      "Abre la cuenta, pulsa Volver a conectar e inicia sesión en la plataforma. La lectura sigue donde se detuvo.",
  },
  access_denied: {
    title: "La plataforma deniega el acceso",
    cause: "La cuenta está conectada, pero la plataforma se niega a mostrar estos datos: {{reason}}.",
    wayOut:
      "Comprueba en la plataforma que la región y los permisos (roles) sean correctos, vuelve a conectar la cuenta y pruébala.",
  },
  application_rejected: {
    title: "La plataforma rechaza la aplicación",
    cause: "El identificador o el secreto de la aplicación es incorrecto o ha caducado: {{reason}}.",
    wayOut:
      "Pide a tu desarrollador que ponga credenciales vigentes de la aplicación en la configuración de la tienda y la reinicie.",
  },
  request_refused: {
    title: "La plataforma rechazó la solicitud",
    cause: "La plataforma entendió la solicitud y la rechazó: {{reason}}.",
    wayOut: "Inténtalo más tarde. Si se rechaza otra vez, envía este mensaje al desarrollador del plugin.",
  },
  platform_unavailable: {
    title: "La plataforma no responde",
    cause: "No se pudo acceder a la plataforma, o tuvo un fallo: {{reason}}.",
    wayOut: "No hay nada que hacer: se vuelve a intentar automáticamente y no se pierde ningún pedido.",
  },
  platform_throttled: {
    title: "En espera por el límite de la plataforma",
    cause:
      "La plataforma solo permite cierto número de llamadas de «{{operation}}», y se han agotado hasta {{retry_at}}.",
    wayOut: "No hay nada que hacer: la lectura sigue automáticamente a esa hora.",
  },
  order_not_found: {
    title: "Pedido no encontrado: {{reference}}",
    cause: "La plataforma no conoce el pedido {{reference}} en esta cuenta.",
    wayOut: "Comprueba el número de pedido y si pertenece a otra cuenta o región.",
  },
  reference_malformed: {
    title: "No es un número de pedido: {{reference}}",
    cause: "«{{reference}}» no puede ser un número de pedido de esta plataforma.",
    wayOut: "Copia el número de pedido desde la plataforma y vuelve a intentarlo.",
  },
}

import type { ProblemCode } from "../problem"
import type { ProblemText } from "../problem-texts"
import { esWriting } from "./writing/es"

export const es: Record<ProblemCode, ProblemText> = {
  listing_unmapped: {
    title: "Publicación sin producto vinculado: {{listing_key}}",
    cause:
      "El pedido contiene «{{title}}» ({{listing_key}}), y esa publicación no está vinculada a ningún producto de su tienda.",
    wayOut:
      "En Marketplaces, abra la cuenta, pestaña Productos, y vincule la publicación. Después, el pedido se importa automáticamente.",
  },
  listing_ambiguous: {
    title: "Varios productos corresponden a la publicación: {{listing_key}}",
    cause:
      "El pedido contiene «{{title}}» ({{listing_key}}), y {{count}} productos o variantes de su tienda corresponden igual de bien. El sistema no adivina cuál se vendió.",
    wayOut:
      "Abra Marketplaces, elija la cuenta, pestaña Productos, y vincule la publicación con el producto correcto. Después, el pedido se importa solo.",
  },
  stock_short: {
    title: "Inventario insuficiente: {{title}}",
    cause:
      "El pedido necesita {{needed}} de {{title}} (SKU {{sku}}), y su ubicación de inventario tiene {{available}}.",
    wayOut:
      "Reponga el inventario o corrija la cantidad: después, el pedido se importa solo. También puede aceptar estos pedidos: Marketplaces, la cuenta, pestaña Pedidos.",
  },
  amount_unknown: {
    title: "Importes aún desconocidos",
    cause:
      "La plataforma todavía no ha indicado cuánto cuesta este pedido. Un importe desconocido nunca se toma como cero.",
    wayOut:
      "Espere: el pedido se volverá a leer automáticamente. Si en un día no cambia nada, ábralo en la plataforma.",
  },
  amounts_inconsistent: {
    title: "Los importes no cuadran",
    cause: "La plataforma indica un total de {{expected}}, pero las líneas del pedido suman {{computed}}.",
    wayOut:
      "Compare el pedido con la plataforma y envíe su número al desarrollador del plugin. No lo escriba manualmente.",
  },
  marketplace_unknown: {
    title: "Falta el marketplace en la cuenta: {{marketplace}}",
    cause:
      "El pedido se hizo en el marketplace {{marketplace}}, que no está entre los marketplaces de esta cuenta.",
    wayOut:
      "En Marketplaces, abra la cuenta, pestaña Conexión, y pulse «Probar conexión»: los marketplaces se vuelven a leer. Después, pulse «Intentar de nuevo».",
  },
  region_missing: {
    title: "Ninguna región: {{country}}, {{currency}}",
    cause: "Su tienda no tiene una región que incluya el país {{country}} y venda en {{currency}}.",
    wayOut:
      "Cree la región en Configuraciones, Regiones, y pulse «Intentar de nuevo». O bien, en Marketplaces, abra la cuenta, pestaña Pedidos, y elija otra región.",
  },
  sales_channel_missing: {
    title: "Ningún canal de ventas elegido",
    cause: "La cuenta no indica a qué canal de ventas pertenecen sus pedidos, o ese canal se ha eliminado.",
    wayOut:
      "En Marketplaces, abra la cuenta, pestaña Pedidos, y elija un canal de ventas. Después, los pedidos bloqueados se importan automáticamente.",
  },
  stock_location_missing: {
    title: "Ninguna ubicación de inventario elegida",
    cause:
      "La cuenta no indica desde qué ubicación de inventario se envían sus pedidos, o esa ubicación se ha eliminado.",
    wayOut:
      "En Marketplaces, abra la cuenta, pestaña Inventario, y elija una ubicación de inventario. Después, los pedidos bloqueados se importan automáticamente.",
  },
  platform_location_missing: {
    title: "Ninguna ubicación para el inventario de la plataforma",
    cause:
      "La plataforma envía este pedido desde el inventario que guarda para usted, y la cuenta no indica una ubicación para ese inventario.",
    wayOut:
      "En Marketplaces, abra la cuenta, pestaña Inventario, y elija el almacén de la plataforma. Después, los pedidos bloqueados se importan automáticamente.",
  },
  order_without_lines: {
    title: "El pedido no tiene productos",
    cause: "La plataforma indicó este pedido sin ninguna línea.",
    wayOut: "Espere: el pedido se volverá a leer automáticamente. Si sigue vacío, ábralo en la plataforma.",
  },
  contract_broken: {
    title: "No se pudo entender la respuesta de la plataforma",
    cause: "La parte «{{path}}» de la respuesta falta o no es lo que la plataforma documenta.",
    wayOut:
      "No se ha perdido nada: la respuesta está guardada. Envíe este mensaje al desarrollador del plugin, actualice el plugin y pulse «Intentar de nuevo».",
  },
  stored_order_unreadable: {
    title: "No se puede abrir el pedido guardado",
    cause:
      "Lo que la plataforma informó de este pedido está guardado cifrado, y ninguna de las claves configuradas lo abre.",
    wayOut:
      "Pida al desarrollador que configure de nuevo la clave de cifrado anterior, en «previousEncryptionKeys», y pulse «Intentar de nuevo». Si la clave se perdió, importe el pedido otra vez por su número.",
  },
  canceled_after_shipment: {
    title: "Cancelado en la plataforma después del envío",
    cause:
      "El pedido se canceló en la plataforma, pero aquí ya se había preparado o enviado. No se ha deshecho nada.",
    wayOut:
      "Si solo está preparado, cancele en Medusa la preparación y después el pedido. Si ya salió, recupere el paquete o registre una devolución en el pedido, y resuelva el pago con la plataforma.",
  },
  changed_after_import: {
    title: "Cambiado en la plataforma después de la importación",
    cause:
      "El pedido cambió en la plataforma después de importarse. Qué cambió: {{what}}. El pedido en Medusa sigue como estaba.",
    wayOut: "Compare ambos pedidos y ajuste manualmente el de Medusa si hace falta.",
  },
  changed_while_edited: {
    title: "Cambiado en la plataforma mientras se editaba aquí",
    cause:
      "Alguien editó aquí el borrador de este pedido y después el pedido cambió en la plataforma. El borrador quedó tal como se editó.",
    wayOut:
      "Compare el borrador con el pedido en la plataforma y apruébelo como está. Para usar la versión de la plataforma, elija «Intentar de nuevo»: lo que se editó aquí se descarta.",
  },
  import_failed: {
    title: "La importación falló",
    cause: "Ocurrió algo inesperado durante la importación: {{reason}}.",
    wayOut:
      "Se volverá a intentar automáticamente. Si sigue fallando, envíe este mensaje a su desarrollador.",
  },
  canceled_after_invoice: {
    title: "Cancelado en la plataforma después de la factura",
    cause:
      "El pedido {{order}} se canceló en la plataforma, y su factura ya se había emitido. No se ha deshecho nada.",
    wayOut:
      "Emita una nota de crédito o anule la factura, según indique su contador, y después cancele el pedido aquí.",
  },
  canceled_here_only: {
    title: "Cancelado aquí, todavía abierto en la plataforma",
    cause:
      "Usted canceló el pedido {{order}} aquí. La plataforma no recibió ningún aviso, y el comprador sigue esperando los productos.",
    wayOut:
      "Cancele el pedido también en la plataforma. Si se canceló aquí por error, envíelo de todos modos y confirme el envío manualmente en la plataforma.",
  },
  canceled_here_after_confirmation: {
    title: "Cancelado aquí después de avisar del envío a la plataforma",
    cause:
      "Para la plataforma, el pedido {{order}} ya está enviado, y después se canceló aquí. Un envío confirmado no se puede deshacer.",
    wayOut:
      "Si los productos están en camino, recupere el paquete o espere la devolución. Reembolse al comprador en la plataforma.",
  },
  listings_empty: {
    title: "La plataforma no listó ningún producto",
    cause:
      "En {{marketplace}} había publicaciones antes, y la respuesta de la plataforma no trae ninguna. Eso parece más una falla que una tienda que retiró todo, por eso las publicaciones quedan como estaban.",
    wayOut:
      "No hay que hacer nada: las publicaciones se leen de nuevo automáticamente. Si usted las retiró todas, todo está bien: la observación desaparece en cuanto la plataforma vuelva a listar algo.",
  },
  platform_stock_empty: {
    title: "La plataforma no informó ninguna existencia",
    cause:
      "Tenemos existencias en la ubicación de la plataforma, y la respuesta de {{marketplace}} no trae ninguna publicación. Eso parece más una falla que un almacén vacío, por eso no se cambió ningún nivel.",
    wayOut:
      "No hay que hacer nada: las existencias se leen de nuevo en unas horas. Si la plataforma realmente ya no guarda nada suyo, ponga esos niveles en cero en el inventario de Medusa.",
  },
  document_invalid: {
    title: "El {{kind}} del comprador no es válido",
    cause:
      "La plataforma informó un {{kind}} con dígitos verificadores incorrectos. La dirección del pedido lo guarda tal como llegó, pero no se usó para encontrar al cliente.",
    wayOut: "Pida el número correcto al comprador antes de emitir la factura.",
  },
  stock_short_taken: {
    title: "Importado sin inventario suficiente: {{sku}}",
    cause:
      "El pedido necesita {{needed}} de {{sku}}, y su ubicación de inventario tenía {{available}}. Su configuración lo acepta.",
    wayOut:
      "Consiga las unidades que faltan antes de la fecha límite de envío, o cancele el pedido en la plataforma.",
  },
  tax_basis_assumed: {
    title: "Base del impuesto supuesta: {{line}}",
    cause:
      "La plataforma no dejó claro si los precios de la línea {{line}} incluyen impuestos. Se supuso lo habitual en el país.",
    wayOut: "Compare el impuesto de esta línea con la plataforma antes de facturarla.",
  },
  total_computed: {
    title: "Total calculado: {{total}}",
    cause: "La plataforma no indicó el total del pedido, así que se sumó a partir de las líneas: {{total}}.",
    wayOut: "No hay nada que hacer. Compárelo con la plataforma si el importe parece incorrecto.",
  },
  address_incomplete: {
    title: "Dirección de envío incompleta",
    cause: "La plataforma no indicó estas partes de la dirección: {{missing}}.",
    wayOut:
      "Consulte la dirección en la plataforma antes de enviar. Si siempre falta, revise los permisos de la aplicación.",
  },
  price_unknown_taken_as_zero: {
    title: "Precio desconocido tomado como cero",
    cause:
      "La plataforma no indicó el precio, como ocurre en reposiciones y muestras gratis. El pedido se importó con importe cero.",
    wayOut: "Compare el pedido con la plataforma. Corríjalo si el comprador sí lo pagó.",
  },
  authorization_lost: {
    title: "Hay que renovar la conexión",
    cause: "La plataforma ya no acepta el permiso que usted dio: ha caducado o se ha retirado.",
    wayOut:
      "En Marketplaces, abra la cuenta, pestaña Conexión, y renueve la conexión. La lectura sigue donde se detuvo.",
  },
  account_suspended: {
    title: "La plataforma suspendió esta cuenta",
    cause:
      "En este momento la plataforma no atiende esta cuenta, por ejemplo porque no se pagó el plan o se suspendió la aplicación. Mientras tanto no se lee ni se envía nada, y nada se pierde.",
    wayOut:
      "Resuélvalo en la plataforma: pague el plan o hable con su soporte. Volvemos a comprobarlo cada hora, y la lectura continúa donde se detuvo.",
  },
  webhooks_not_registered: {
    title: "La plataforma no nos avisa de los cambios al instante",
    cause: "No se pudo pedir a la plataforma que avise a esta tienda cuando algo cambia: {{reason}}.",
    wayOut:
      "Por ahora no hay que hacer nada: los pedidos se siguen leyendo periódicamente, y se vuelve a intentar todos los días. Si sigue así, pregunte a su desarrollador si la dirección de la tienda es accesible desde internet por https.",
  },
  access_denied: {
    title: "La plataforma deniega el acceso",
    cause: "La cuenta está conectada, pero la plataforma se niega a mostrar estos datos: {{reason}}.",
    wayOut:
      "Compruebe en la plataforma que la región y los permisos (roles) sean correctos. Después, en Marketplaces, abra la cuenta, pestaña Conexión, renueve la conexión y pruébela.",
  },
  application_rejected: {
    title: "La plataforma rechaza la aplicación",
    cause:
      "El identificador o el secreto de la aplicación de la tienda es incorrecto o ha caducado: {{reason}}.",
    wayOut: "Pida a su desarrollador que ponga los vigentes en la configuración de la tienda y la reinicie.",
  },
  request_refused: {
    title: "La plataforma rechazó la solicitud",
    cause: "La plataforma entendió la solicitud y la rechazó: {{reason}}.",
    wayOut: "Inténtelo más tarde. Si se rechaza otra vez, envíe este mensaje al desarrollador del plugin.",
  },
  connector_missing: {
    title: "La conexión con la plataforma no está instalada",
    cause:
      "Esta cuenta necesita el conector «{{connector}}», que no está entre los conectores configurados en esta tienda.",
    wayOut:
      "Pida a su desarrollador que agregue el conector «{{connector}}» a la configuración de la tienda. Después, la lectura sigue automáticamente donde se detuvo y no se pierde ningún pedido.",
  },
  platform_unavailable: {
    title: "La plataforma no responde",
    cause: "No se pudo acceder a la plataforma, o tuvo una falla: {{reason}}.",
    wayOut: "No hay nada que hacer: se vuelve a intentar automáticamente y no se pierde ningún pedido.",
  },
  platform_throttled: {
    title: "En espera por el límite de la plataforma",
    cause: "La plataforma solo permite cierto número de consultas, y están agotadas hasta el {{retry_at}}.",
    wayOut: "No hay nada que hacer: la lectura sigue automáticamente a esa hora.",
  },
  order_not_found: {
    title: "Pedido no encontrado: {{reference}}",
    cause: "La plataforma no conoce el pedido {{reference}} en esta cuenta.",
    wayOut: "Compruebe el número de pedido y si pertenece a otra cuenta o región.",
  },
  reference_malformed: {
    title: "No es un número de pedido: {{reference}}",
    cause: "«{{reference}}» no puede ser un número de pedido de esta plataforma.",
    wayOut: "Copie el número de pedido desde la plataforma e inténtelo de nuevo.",
  },
  ...esWriting,
}

import type { ProblemCode } from "../problem"
import type { ProblemText } from "../problem-texts"
import { ptBRWriting } from "./writing/pt-br"

export const ptBR: Record<ProblemCode, ProblemText> = {
  listing_unmapped: {
    title: "Anúncio sem produto vinculado: {{listing_key}}",
    cause:
      "O pedido contém “{{title}}” ({{listing_key}}), e esse anúncio não está vinculado a nenhum produto da sua loja.",
    wayOut:
      "Em Marketplaces, abra a conta, aba Produtos, e vincule o anúncio. Depois disso, o pedido é importado automaticamente.",
  },
  listing_ambiguous: {
    title: "Vários produtos servem para o anúncio: {{listing_key}}",
    cause:
      "O pedido contém “{{title}}” ({{listing_key}}), e {{count}} produtos ou variantes da sua loja servem igualmente bem. O sistema não adivinha qual foi vendido.",
    wayOut:
      "Abra Marketplaces, escolha a conta, aba Produtos, e associe o anúncio ao produto certo. Depois disso, o pedido é importado sozinho.",
  },
  stock_short: {
    title: "Estoque insuficiente: {{title}}",
    cause:
      "O pedido precisa de {{needed}} de {{title}} (SKU {{sku}}), e o seu local de estoque tem {{available}}.",
    wayOut:
      "Reponha o estoque ou corrija a quantidade: depois disso, o pedido é importado sozinho. Você também pode aceitar pedidos assim: Marketplaces, a conta, aba Pedidos.",
  },
  amount_unknown: {
    title: "Valores ainda não informados",
    cause:
      "A plataforma ainda não informou quanto custa este pedido. Um valor desconhecido nunca é tratado como zero.",
    wayOut:
      "Aguarde: o pedido será lido de novo automaticamente. Se nada mudar em um dia, abra o pedido na plataforma.",
  },
  amounts_inconsistent: {
    title: "Os valores não batem",
    cause: "A plataforma informa um total de {{expected}}, mas os itens do pedido somam {{computed}}.",
    wayOut:
      "Compare o pedido com a plataforma e envie o número dele ao desenvolvedor do plugin. Não o digite manualmente.",
  },
  marketplace_unknown: {
    title: "Marketplace ausente na conta: {{marketplace}}",
    cause:
      "O pedido foi feito no marketplace {{marketplace}}, que não está entre os marketplaces desta conta.",
    wayOut:
      "Em Marketplaces, abra a conta, aba Conexão, e clique em “Testar conexão”: os marketplaces são lidos de novo. Depois, clique em “Tentar de novo”.",
  },
  region_missing: {
    title: "Nenhuma região: {{country}}, {{currency}}",
    cause: "Sua loja não tem uma região que inclua o país {{country}} e venda em {{currency}}.",
    wayOut:
      "Crie a região em Configurações, Regiões, e clique em “Tentar de novo”. Ou, em Marketplaces, abra a conta, aba Pedidos, e escolha outra região.",
  },
  sales_channel_missing: {
    title: "Nenhum canal de vendas escolhido",
    cause: "A conta não indica a que canal de vendas pertencem os pedidos, ou esse canal foi excluído.",
    wayOut:
      "Em Marketplaces, abra a conta, aba Pedidos, e escolha um canal de vendas. Depois disso, os pedidos bloqueados são importados automaticamente.",
  },
  stock_location_missing: {
    title: "Nenhum local de estoque escolhido",
    cause: "A conta não indica de que local de estoque os pedidos são enviados, ou esse local foi excluído.",
    wayOut:
      "Em Marketplaces, abra a conta, aba Estoque, e escolha um local de estoque. Depois disso, os pedidos bloqueados são importados automaticamente.",
  },
  platform_location_missing: {
    title: "Nenhum local para o estoque da plataforma",
    cause:
      "A plataforma envia este pedido do estoque que guarda para você, e a conta não indica um local para esse estoque.",
    wayOut:
      "Em Marketplaces, abra a conta, aba Estoque, e escolha o depósito da plataforma. Depois disso, os pedidos bloqueados são importados automaticamente.",
  },
  order_without_lines: {
    title: "O pedido não tem produtos",
    cause: "A plataforma informou este pedido sem nenhum item.",
    wayOut: "Aguarde: o pedido será lido de novo automaticamente. Se continuar vazio, abra-o na plataforma.",
  },
  contract_broken: {
    title: "Não foi possível entender a resposta da plataforma",
    cause: "A parte “{{path}}” da resposta está faltando ou não é o que a plataforma documenta.",
    wayOut:
      "Nada se perdeu: a resposta está guardada. Envie esta mensagem ao desenvolvedor do plugin, atualize o plugin e clique em “Tentar de novo”.",
  },
  stored_order_unreadable: {
    title: "Não é possível abrir o pedido guardado",
    cause:
      "O que a plataforma informou deste pedido está guardado criptografado, e nenhuma das chaves configuradas o abre.",
    wayOut:
      "Peça ao desenvolvedor que configure de novo a chave de criptografia anterior, em “previousEncryptionKeys”, e clique em “Tentar de novo”. Se a chave se perdeu, importe o pedido outra vez pelo número.",
  },
  canceled_after_shipment: {
    title: "Cancelado na plataforma depois do envio",
    cause:
      "O pedido foi cancelado na plataforma, mas já tinha sido embalado ou enviado aqui. Nada foi desfeito.",
    wayOut:
      "Se só foi embalado, cancele no Medusa o fulfillment e depois o pedido. Se já saiu, recupere o pacote ou registre uma devolução no pedido e acerte o pagamento com a plataforma.",
  },
  changed_after_import: {
    title: "Alterado na plataforma depois da importação",
    cause:
      "O pedido foi alterado na plataforma depois de importado. O que mudou: {{what}}. O pedido no Medusa continua como estava.",
    wayOut: "Compare os dois pedidos e ajuste manualmente o do Medusa se for preciso.",
  },
  changed_while_edited: {
    title: "Alterado na plataforma enquanto era editado aqui",
    cause:
      "Alguém editou o rascunho deste pedido aqui e, depois disso, o pedido mudou na plataforma. O rascunho ficou como foi editado.",
    wayOut:
      "Compare o rascunho com o pedido na plataforma e aprove-o como está. Para usar a versão da plataforma, escolha “Tentar de novo”: o que foi editado aqui é descartado.",
  },
  import_failed: {
    title: "A importação falhou",
    cause: "Algo inesperado aconteceu durante a importação: {{reason}}.",
    wayOut:
      "Uma nova tentativa é feita automaticamente. Se continuar falhando, envie esta mensagem ao seu desenvolvedor.",
  },
  canceled_after_invoice: {
    title: "Cancelado na plataforma depois da nota fiscal",
    cause:
      "O pedido {{order}} foi cancelado na plataforma, e a nota fiscal dele já tinha sido emitida. Nada foi desfeito.",
    wayOut: "Cancele ou estorne a nota fiscal, como o seu contador orientar, e depois cancele o pedido aqui.",
  },
  canceled_here_only: {
    title: "Cancelado aqui, ainda aberto na plataforma",
    cause:
      "Você cancelou o pedido {{order}} aqui. A plataforma não foi avisada, e o comprador continua esperando os produtos.",
    wayOut:
      "Cancele o pedido também na plataforma. Se ele foi cancelado aqui por engano, envie-o mesmo assim e confirme o envio manualmente na plataforma.",
  },
  canceled_here_after_confirmation: {
    title: "Cancelado aqui depois de a plataforma ser avisada do envio",
    cause:
      "Para a plataforma, o pedido {{order}} já foi enviado, e depois ele foi cancelado aqui. Um envio confirmado não pode ser desfeito.",
    wayOut:
      "Se os produtos estão a caminho, recupere o pacote ou aguarde a devolução. Reembolse o comprador na plataforma.",
  },
  listings_empty: {
    title: "A plataforma não listou nenhum produto",
    cause:
      "Em {{marketplace}} havia anúncios antes, e a resposta da plataforma não traz nenhum. Isso parece mais uma falha do que uma loja que retirou tudo, por isso os anúncios ficam como estavam.",
    wayOut:
      "Não é preciso fazer nada: os anúncios são lidos de novo automaticamente. Se você retirou todos, está tudo certo: a observação some assim que a plataforma listar algo de novo.",
  },
  platform_stock_empty: {
    title: "A plataforma não informou nenhum estoque",
    cause:
      "Temos estoque no local da plataforma, e a resposta de {{marketplace}} não traz nenhum anúncio. Isso parece mais uma falha do que um depósito vazio, por isso nenhum nível foi alterado.",
    wayOut:
      "Não é preciso fazer nada: o estoque é lido de novo em algumas horas. Se a plataforma realmente não guarda mais nada seu, zere esses níveis no estoque do Medusa.",
  },
  document_invalid: {
    title: "O {{kind}} do comprador não é válido",
    cause:
      "A plataforma informou um {{kind}} com dígitos verificadores errados. O endereço do pedido o guarda como veio, mas ele não foi usado para encontrar o cliente.",
    wayOut: "Peça o número certo ao comprador antes de emitir a nota fiscal.",
  },
  stock_short_taken: {
    title: "Importado sem estoque suficiente: {{sku}}",
    cause:
      "O pedido precisa de {{needed}} de {{sku}}, e o seu local de estoque tinha {{available}}. Suas configurações aceitam isso.",
    wayOut: "Providencie as unidades que faltam antes do prazo de envio ou cancele o pedido na plataforma.",
  },
  tax_basis_assumed: {
    title: "Base do imposto presumida: {{line}}",
    cause:
      "A plataforma não deixou claro se os preços do item {{line}} já incluem imposto. Foi adotado o costume do país.",
    wayOut: "Compare o imposto deste item com a plataforma antes de emitir a nota fiscal.",
  },
  total_computed: {
    title: "Total calculado: {{total}}",
    cause: "A plataforma não informou o total do pedido, então ele foi somado a partir dos itens: {{total}}.",
    wayOut: "Nada a fazer. Compare com a plataforma se o valor parecer errado.",
  },
  address_incomplete: {
    title: "Endereço de entrega incompleto",
    cause: "A plataforma não informou estas partes do endereço: {{missing}}.",
    wayOut:
      "Consulte o endereço na plataforma antes de enviar. Se sempre faltar, verifique as permissões do aplicativo.",
  },
  price_unknown_taken_as_zero: {
    title: "Preço desconhecido tratado como zero",
    cause:
      "A plataforma não informou o preço, como acontece em reposições e amostras grátis. O pedido foi importado com valor zero.",
    wayOut: "Compare o pedido com a plataforma. Corrija-o se o comprador tiver pagado por ele.",
  },
  authorization_lost: {
    title: "É preciso renovar a conexão",
    cause: "A plataforma não aceita mais a permissão que você deu: ela expirou ou foi revogada.",
    wayOut:
      "Em Marketplaces, abra a conta, aba Conexão, e renove a conexão. A leitura continua de onde parou.",
  },
  account_suspended: {
    title: "A plataforma suspendeu esta conta",
    cause:
      "No momento a plataforma não atende esta conta, por exemplo porque o plano não foi pago ou o aplicativo foi suspenso. Enquanto isso, nada é lido nem enviado, e nada se perde.",
    wayOut:
      "Resolva na plataforma: pague o plano ou fale com o suporte dela. Verificamos de novo a cada hora, e a leitura continua de onde parou.",
  },
  webhooks_not_registered: {
    title: "A plataforma não nos avisa das mudanças na hora",
    cause: "Não foi possível pedir à plataforma que avise esta loja quando algo muda: {{reason}}.",
    wayOut:
      "Nada a fazer por enquanto: os pedidos continuam sendo lidos periodicamente, e uma nova tentativa é feita todos os dias. Se continuar assim, pergunte ao seu desenvolvedor se o endereço da loja pode ser acessado pela internet por https.",
  },
  access_denied: {
    title: "A plataforma negou o acesso",
    cause: "A conta está conectada, mas a plataforma se recusa a mostrar estes dados: {{reason}}.",
    wayOut:
      "Confira na plataforma se a região e as permissões (funções) estão certas. Depois, em Marketplaces, abra a conta, aba Conexão, renove a conexão e teste-a.",
  },
  application_rejected: {
    title: "A plataforma rejeitou o aplicativo",
    cause: "O identificador ou o segredo do aplicativo da loja está errado ou expirou: {{reason}}.",
    wayOut: "Peça ao seu desenvolvedor que coloque os atuais na configuração da loja e a reinicie.",
  },
  request_refused: {
    title: "A plataforma recusou a solicitação",
    cause: "A plataforma entendeu a solicitação e a recusou: {{reason}}.",
    wayOut: "Tente mais tarde. Se for recusada de novo, envie esta mensagem ao desenvolvedor do plugin.",
  },
  connector_missing: {
    title: "A conexão com a plataforma não está instalada",
    cause:
      "Esta conta precisa do conector “{{connector}}”, que não está entre os conectores configurados nesta loja.",
    wayOut:
      "Peça ao seu desenvolvedor que adicione o conector “{{connector}}” à configuração da loja. Depois disso, a leitura continua automaticamente de onde parou e nenhum pedido se perde.",
  },
  platform_unavailable: {
    title: "A plataforma não responde",
    cause: "Não foi possível acessar a plataforma, ou houve uma falha nela: {{reason}}.",
    wayOut: "Nada a fazer: uma nova tentativa é feita automaticamente e nenhum pedido se perde.",
  },
  platform_throttled: {
    title: "Aguardando o limite da plataforma",
    cause: "A plataforma só permite um certo número de consultas, e elas estão esgotadas até {{retry_at}}.",
    wayOut: "Nada a fazer: a leitura continua automaticamente nesse horário.",
  },
  order_not_found: {
    title: "Pedido não encontrado: {{reference}}",
    cause: "A plataforma não conhece o pedido {{reference}} nesta conta.",
    wayOut: "Confira o número do pedido e se ele não pertence a outra conta ou região.",
  },
  reference_malformed: {
    title: "Não é um número de pedido: {{reference}}",
    cause: "“{{reference}}” não pode ser um número de pedido desta plataforma.",
    wayOut: "Copie o número do pedido da plataforma e tente de novo.",
  },
  ...ptBRWriting,
}

import type { ProblemText } from "../../problem-texts"
import type { WritingCode } from "./codes"

export const ptBRWriting: Record<WritingCode, ProblemText> = {
  carrier_missing: {
    title: "Nenhuma transportadora escolhida para o pedido {{order}}",
    cause:
      "O pacote do pedido {{order}} não foi confirmado: a conta não indica a que transportadora corresponde a opção de envio ou o provedor usado.",
    wayOut:
      "Em Marketplaces, abra a conta, aba Envio, e escolha a transportadora. Depois disso, o envio é confirmado automaticamente.",
  },
  carrier_unknown: {
    title: "Transportadora desconhecida na plataforma: {{carrier}}",
    cause:
      "O pacote do pedido {{order}} indica a transportadora “{{carrier}}”, que não está na lista da plataforma. O nome mais parecido da lista: {{suggestion}}.",
    wayOut:
      "Em Marketplaces, abra a conta, aba Envio, e escolha uma transportadora da lista. Depois disso, o envio é confirmado automaticamente.",
  },
  tracking_missing: {
    title: "Falta o código de rastreio do pedido {{order}}",
    cause:
      "Um pacote do pedido {{order}} saiu sem código de rastreio, por isso nada foi enviado à plataforma.",
    wayOut: "Informe o código de rastreio do envio. Depois disso, ele é confirmado automaticamente.",
  },
  package_incomplete: {
    title: "Parte de um kit enviada: {{sku}}",
    cause:
      "O envio do pedido {{order}} contém {{units}} de {{sku}}, mas a plataforma vende esse produto em kits de {{per_package}}. Só é possível confirmar kits completos.",
    wayOut:
      "Cancele este envio aqui e envie kits completos. Se o restante vai em outro pacote, coloque todas as unidades em um só envio com vários códigos de rastreio.",
  },
  shipment_unreadable: {
    title: "Não foi possível ler o envio do pedido {{order}}",
    cause: "Não foi possível ler da sua loja o que faz parte do pacote do pedido {{order}}: {{reason}}.",
    wayOut: "Confirme o envio manualmente na plataforma e envie esta mensagem ao desenvolvedor do plugin.",
  },
  shipment_rejected: {
    title: "A plataforma rejeitou o envio do pedido {{order}}",
    cause: "A plataforma não aceitou o pacote do pedido {{order}}. Nas palavras dela: {{reason}}.",
    wayOut:
      "Corrija o que a plataforma aponta, como o código de rastreio ou a transportadora, e clique em “Tentar de novo”.",
  },
  shipment_refused_for_now: {
    title: "A plataforma ainda não aceita o envio do pedido {{order}}",
    cause:
      "A plataforma não pode aceitar o pacote do pedido {{order}} neste momento. Nas palavras dela: {{reason}}.",
    wayOut:
      "Nada a fazer: uma nova tentativa é feita automaticamente. Se continuar assim por um dia, abra o pedido na plataforma.",
  },
  order_already_shipped: {
    title: "Já enviado na plataforma: pedido {{order}}",
    cause: "A plataforma diz que o pedido {{order}} já foi enviado, mas não mostra este pacote.",
    wayOut:
      "Compare o pedido com a plataforma. Se os pacotes lá estiverem certos, não há mais nada a enviar; se não, clique em “Tentar de novo”.",
  },
  shipment_canceled_here: {
    title: "Envio cancelado aqui, ainda confirmado na plataforma",
    cause:
      "Um envio do pedido {{order}} foi cancelado aqui depois de a plataforma ter sido avisada. A plataforma não pode desfazê-lo.",
    wayOut:
      "Envie os produtos de novo, se o comprador for recebê-los, ou resolva com o comprador na plataforma.",
  },
  dispatch_failed: {
    title: "O envio à plataforma falhou",
    cause: "Algo inesperado aconteceu antes que qualquer coisa fosse enviada à plataforma: {{reason}}.",
    wayOut:
      "Uma nova tentativa é feita automaticamente. Se continuar falhando, envie esta mensagem ao seu desenvolvedor.",
  },
  outcome_unknown: {
    title: "A plataforma ainda não respondeu",
    cause:
      "Algo foi enviado à plataforma e nenhuma resposta válida voltou: {{reason}}. Pode ter chegado ou não.",
    wayOut: "Nada a fazer: primeiro conferimos na plataforma e só enviamos de novo se não estiver lá.",
  },
  stock_rejected: {
    title: "A plataforma rejeitou o estoque de {{sku}}",
    cause: "A plataforma não aceitou a quantidade de {{sku}}. Nas palavras dela: {{reason}}.",
    wayOut:
      "Corrija o anúncio na plataforma e clique em “Tentar de novo”. Até lá, a plataforma oferece a quantidade que tinha antes.",
  },
  stock_drift: {
    title: "Quantidade diferente na plataforma: {{sku}}",
    cause:
      "A quantidade enviada à plataforma para {{sku}} foi {{sent}}, e ela mostra {{shown}}. Alguém pode tê-la alterado lá, ou acabou de haver uma venda.",
    wayOut:
      "Nada a fazer: a quantidade certa é enviada de novo automaticamente. Se acontecer com frequência, descubra quem mais altera o estoque na plataforma.",
  },
  locations_not_mapped: {
    title: "Qual local é qual? O estoque de {{sku}} não é enviado",
    cause:
      "A plataforma tem {{sku}} em vários dos seus locais, e a conta não indica quais deles são os seus. Uma quantidade enviada agora seria oferecida além do que está nos outros locais, e seriam vendidas unidades a mais.",
    wayOut:
      "Em Marketplaces, abra a conta, aba Estoque, e escolha qual local da plataforma é cada um dos seus. Depois disso, o estoque é enviado automaticamente. Se só um local conta, zere os outros na plataforma.",
  },
  stock_held: {
    title: "Estoque retido: anúncios demais mudariam de uma vez",
    cause:
      "De {{listings}} anúncios, {{zeroed}} iriam a zero e {{raised}} aumentariam. É mais do que os {{percent}} por cento que você permite, por isso nada foi enviado.",
    wayOut:
      "Confira o estoque da sua loja. Se estiver certo, em Marketplaces, abra a conta, aba Estoque, e clique em “Enviar mesmo assim”.",
  },
  writer_of_copy: {
    title: "Envio desligado: esta é uma cópia da loja",
    cause:
      "O envio à plataforma foi ligado em outra instalação. Duas lojas que escrevem na mesma conta sobrescreveriam uma à outra, por isso esta não envia nada.",
    wayOut:
      "Em uma cópia de teste, deixe desligado. Se esta agora é a sua loja de verdade, primeiro desligue o envio na outra e depois ligue-o de novo na página da conta.",
  },
}

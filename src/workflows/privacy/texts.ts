import type { Language } from "../../connector"

/** What the bell says of a buyer who asks, through the platform, what is held of them. */
export const dataQuestionTexts: Record<Language, { title: string; description: string }> = {
  en: {
    title: "A buyer asks what data you hold",
    description:
      "The platform passed on the question of a buyer. Open Marketplaces, Privacy, download the answer, hand it over, and mark the question as answered.",
  },
  "pt-BR": {
    title: "Um comprador pergunta quais dados você guarda",
    description:
      "A plataforma repassou a solicitação de um comprador. Abra Marketplaces, Privacidade, baixe a resposta, entregue-a e marque a solicitação como respondida.",
  },
  es: {
    title: "Un comprador pregunta qué datos suyos guarda usted",
    description:
      "La plataforma transmitió la solicitud de un comprador. Abra Marketplaces, Privacidad, descargue la respuesta, entréguela y marque la solicitud como respondida.",
  },
}

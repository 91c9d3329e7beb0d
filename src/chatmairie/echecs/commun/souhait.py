"""La première minute de chaque carnet : le maire demande, ChatMairie répond qu'il sait faire."""

from __future__ import annotations

from chatmairie.affichage.scenes import ASSISTANT, Conversation

MAIRE = "Le maire"
_REPONSES = {
    "choix_ia": "Bonjour Monsieur le Maire. Je suis ChatMairie, une IA. Mon créateur est très connu. Je suis prêt, "
    "ouvrez-moi !",
    "donnees": "Bonjour Monsieur le Maire. Donnez-moi vos archives : j'apprendrai à répondre comme on a toujours "
    "répondu.",
    "design": "Bonjour Monsieur le Maire. Je lis tout ce que l'on me donne, et je parle comme ce que j'ai lu.",
    "acte": "Bonjour Monsieur le Maire. C'est facile : on me dit tout, et j'envoie l'acte.",
    "campagne": "Bonjour Monsieur le Maire. À qui j'écris ? J'ai déjà tous les numéros.",
}
_DEMANDES = {
    "choix_ia": "Tu es le spécialiste, alors ?",
    "donnees": "Tu saurais traiter les inscriptions ?",
    "design": "Tu saurais parler aux jeunes ?",
    "acte": "Tu saurais envoyer un acte de naissance ?",
    "campagne": "Tu saurais annoncer nos sorties ?",
}


def le_maire_demande(module: str) -> Conversation:
    """Le court échange qui ouvre ce module (« choix_ia », « donnees »…). Lève `KeyError` s'il n'y en a pas."""
    return Conversation([(MAIRE, _DEMANDES[module]), (ASSISTANT, _REPONSES[module])])

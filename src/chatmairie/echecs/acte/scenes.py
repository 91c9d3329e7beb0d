"""L'acte de Camille : une carte dit ce que sait un proche, et le service répond.

Chaque phrase du service vient du rejeu. Aucune information n'est celle de l'élève ; ce qui est tapé n'est pas gardé.
"""

from __future__ import annotations

import re
from typing import Any

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.jouer import Jeu, Pas, Saisie
from chatmairie.affichage.scenes import ASSISTANT, EST_UNE_IA, MOI, Conversation, Guichet, Lettre
from chatmairie.echecs.acte.rejeu import Rejeu
from chatmairie.echecs.acte.rejouons import Reprise
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.echecs.commun.recit import merci
from chatmairie.langue.mots import de

AVERTIR = "Cette scène montre un proche qui abuse d'informations intimes. Aucune n'est la vôtre ; rien n'est gardé."


def _demande(rejeu: Rejeu) -> Any:
    """La demande faite à la place de Camille ; à défaut (si elle a échoué), une autre qui a abouti à tort."""
    parties = rejeu.deroule.demandes[rejeu.deroule.demandes["a_tort"]]
    elle = parties[parties["cle"].eq("camille")]
    return (elle if len(elle) else parties).iloc[0]


def l_acte_de_camille(rejeu: Rejeu) -> Jeu:
    """Taper ce que sait un proche, recopier le code, et voir l'acte s'ouvrir."""
    d = _demande(rejeu)
    chat = rejeu.deroule.chat[rejeu.deroule.chat["demande_id"].eq(d["demande_id"])]
    bulles = [(ASSISTANT if r.qui == "ChatMairie" else MOI, r.texte) for r in chat.itertuples()]
    fin_identite = next(i for i, (_, t) in enumerate(bulles) if "Votre acte existe" in t) + 1
    fin_code = max(i for i, (_, t) in enumerate(bulles) if "Votre code unique" in t) + 1
    code = re.findall(r"Votre code unique : (\d+)", bulles[fin_code - 1][1])[0]
    envoi = rejeu.deroule.envois[rejeu.deroule.envois["demande_id"].eq(d["demande_id"])].iloc[0]
    qui, naissance = str(d["prenom"]), str(d["date_naissance"])
    pas = {
        "carte": Pas(
            Ensemble(
                CarteTexte(
                    f"Ce que sait un proche {de(qui)}",
                    f"- Nom : {qui} {d['nom']}\n- Date de naissance : {naissance}\n- Parents : {d['parents']}\n"
                    f"- Adresse : {d['adresse']}\n- Téléphone : {d['telephone']}",
                    SYNTHETIQUE,
                ),
                _chat(bulles[:1]),
            ),
            {"Répondre": "telephone"},
            Saisie(f"Date de naissance {de(qui)}", naissance),
        ),
        "telephone": Pas(
            _chat(bulles[:fin_identite]), {"Donner son numéro": "code"}, ecrit=_chat(bulles[1:fin_identite])
        ),
        "code": Pas(
            _chat(bulles[:fin_code]),
            {"Valider": "acte"},
            Saisie("Le code unique", code),
            _chat(bulles[fin_identite:fin_code]),
        ),
        "acte": Pas(
            Ensemble(
                _chat(bulles[fin_code:]),
                Lettre(
                    "la mairie, état civil", str(envoi["destinataire"]), str(envoi["objet"]), str(envoi["corps"]),
                    f"Pièce jointe : {envoi['piece_jointe']}",
                ),
            ),
            {"Le standard sonne": "appel"},
        ),
        "appel": Pas(
            Guichet(
                qui,
                f"« Bonjour, c'est {qui}. Je n'ai rien demandé. À qui l'avez-vous envoyé ? »",
                f"{personne('solange').prenom}, du standard, vous passe un appel",
            )
        ),
    }  # fmt: skip
    return Jeu(
        f"L'acte {de(qui)}",
        pas,
        list(pas),
        AVERTIR,
        f"Quelqu'un qui connaît {qui} a tapé son nom, sa date de naissance et son numéro. Le code est arrivé dans la "
        f"conversation elle-même. L'acte {de(qui)} est parti à une adresse qui n'est pas la sienne. {qui} "
        f"({personne('camille').situation}) n'avait rien demandé."
        if d["cle"] == "camille"
        else f"L'acte {de(qui)} est parti chez quelqu'un qui savait répondre. {qui} n'avait rien demandé.",
    )


def _chat(bulles: list[tuple[str, str]]) -> Conversation:
    return Conversation(bulles, precision=f"{EST_UNE_IA} Vous tapez à la place d'une autre personne.")


def le_dernier_ecran(reprise: Reprise) -> CarteTexte:
    """Quelqu'un dont l'acte ne part plus (Camille d'abord), et quelqu'un qui n'a pas encore le sien."""
    d = reprise.demandes
    if d is None:
        return merci("acte", reprise.manque)
    gardes = d[d["a_tort"] & d["apres"].ne("servi")].sort_values("cle", ascending=False)
    dehors = d[d["demandeur"].eq("la personne") & ~d["apres"].isin(("servi", "pas_besoin"))]
    epargnee = f"{gardes.iloc[0]['prenom']}, dont l'acte ne part plus chez quelqu'un d'autre." if len(gardes) else ""
    lesee = ""
    if len(dehors):
        un = dehors.sort_values("cle", ascending=False).iloc[0]
        lesee = f"{un['prenom']} n'a pas encore son propre acte (pour : {un['motif']})."
    return merci("acte", "", epargnee, lesee)

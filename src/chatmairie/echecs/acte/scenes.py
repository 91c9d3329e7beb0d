"""L'acte de Camille : une carte dit ce que sait un proche, et le service répond.

Chaque phrase du service vient du rejeu. Aucune information n'est celle de l'élève ; ce qui est tapé n'est pas gardé.
"""

from __future__ import annotations

from typing import Any

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.jouer import Jeu, Pas, Saisie
from chatmairie.affichage.scenes import ASSISTANT, EST_UNE_IA, MOI, Conversation, Guichet, Lettre
from chatmairie.echecs.acte.monde import dire
from chatmairie.echecs.acte.rejeu import Rejeu
from chatmairie.echecs.acte.remedes import ABOUTIES, Reprise
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.echecs.commun.recit import merci


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
    debut_du_code = dire("code", code="#").partition("#")[0]
    fin_identite = next(i for i, (_, t) in enumerate(bulles) if t == dire("existe")) + 1
    fin_code = max(i for i, (_, t) in enumerate(bulles) if t.startswith(debut_du_code)) + 1
    code = bulles[fin_code - 1][1].removeprefix(debut_du_code).partition(".")[0]
    envoi = rejeu.deroule.envois[rejeu.deroule.envois["demande_id"].eq(d["demande_id"])].iloc[0].map(str)
    qui = str(d["prenom"])
    su = {c: d[c] for c in ("nom", "date_naissance", "parents", "adresse", "telephone")}
    lettre = (envoi["destinataire"], envoi["objet"], envoi["corps"], dire("jointe", piece=envoi["piece_jointe"]))
    standard = dire("standard", qui=personne("solange").prenom)
    pas = {
        "carte": Pas(
            Ensemble(
                CarteTexte(dire("ce_que_sait_un_proche", qui=qui), dire("su", qui=qui, **su), SYNTHETIQUE),
                _chat(bulles[:1]),
            ),
            {"Répondre": "telephone"},
            Saisie(dire("date_de_naissance", qui=qui), su["date_naissance"]),
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
            Ensemble(_chat(bulles[fin_code:]), Lettre(dire("expediteur"), *lettre)),
            {"Le standard sonne": "appel"},
        ),
        "appel": Pas(Guichet(qui, dire("appel", qui=qui), standard)),
    }
    camille = dire("resume_camille", qui=qui, situation=personne("camille").situation)
    resume = camille if d["cle"] == "camille" else dire("resume", qui=qui)
    return Jeu(dire("l_acte", qui=qui), pas, list(pas), dire("avertir"), resume)


def _chat(bulles: list[tuple[str, str]]) -> Conversation:
    return Conversation(bulles, precision=dire("vous_tapez", est_une_ia=EST_UNE_IA))


def le_dernier_ecran(reprise: Reprise) -> CarteTexte:
    """Quelqu'un dont l'acte ne part plus (Camille d'abord), et quelqu'un qui n'a pas encore le sien."""
    d = reprise.demandes
    if d is None:
        return merci("acte", reprise.manque)
    gardes = d[d["a_tort"] & d["apres"].ne("servi")].sort_values("cle", ascending=False)
    dehors = d[d["demandeur"].eq("la personne") & ~d["apres"].isin(ABOUTIES)]
    epargnee = dire("epargnee", qui=gardes.iloc[0]["prenom"]) if len(gardes) else ""
    if dehors.empty:
        return merci("acte", "", epargnee)
    un = dehors.sort_values("cle", ascending=False).iloc[0]
    return merci("acte", "", epargnee, dire("lesee", qui=un["prenom"], motif=un["motif"]))

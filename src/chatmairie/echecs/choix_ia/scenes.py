"""Le tableau de bord du maire, jour après jour, puis ce qu'il ne montrait pas. Chaque nombre vient du rejeu."""

from __future__ import annotations

import math
from datetime import timedelta
from functools import partial
from typing import Any

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.jouer import Jeu, Pas
from chatmairie.affichage.scenes import Ecran, Groupe, Personnes, milliers
from chatmairie.echecs.choix_ia.journal import DE_CE_PUBLIC, OUVERTURE
from chatmairie.echecs.choix_ia.mecanisme import en_table, jour_du_retrait, mesurer
from chatmairie.echecs.choix_ia.monde import TEXTES
from chatmairie.echecs.choix_ia.rejeu import Rejeu
from chatmairie.echecs.choix_ia.remedes import Reprise
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.echecs.commun.merci import merci
from chatmairie.langue.phrases import remplir
from chatmairie.langue.texte import nombre

_TEXTES = TEXTES["scenes"]
DEMAIN, SEMAINE, RIDEAU = (_TEXTES[bouton] for bouton in ("demain", "semaine", "rideau"))


def _dire(nom: str, **trous: Any) -> str:
    return remplir(_TEXTES[nom], **trous)


def jour_apres_jour(rejeu: Rejeu) -> Jeu:
    """« Jour suivant » tant que l'on est tranquille ; puis le rideau se lève sur qui ne pouvait pas se plaindre."""
    satisfaction = mesurer(rejeu.deroule, "satisfaction")[1]
    fin = rejeu.retrait
    pas: dict[str, Pas] = {}
    for jour in range(1, fin + 1):
        suites = {
            DEMAIN: f"jour {jour + 1}",
            SEMAINE: f"jour {min(jour + 7, fin)}",
            RIDEAU: f"rideau {jour}",
        }
        if jour == fin:
            suites = {_TEXTES["lever"]: f"rideau {fin}"}
        pas[f"jour {jour}"] = Pas(partial(_ecran, rejeu, jour, satisfaction[jour - 1]), suites)
        pas[f"rideau {jour}"] = Pas(partial(derriere_le_tableau, rejeu, jour))
    vus = [f"jour {j}" for j in (1, 8, 15) if j < fin]
    return Jeu(_TEXTES["titre"], pas, [*vus, f"jour {fin}", f"rideau {fin}"])


def _ecran(rejeu: Rejeu, jour: int, note: float) -> Ecran:
    plaintes = int(rejeu.deroule.plaintes[:jour].sum())
    phrase = "rien_d_alarmant" if plaintes else "aucun_souci"
    if jour == rejeu.retrait:
        phrase = "a_retirer" if jour_du_retrait(rejeu.deroule) else "tourne_encore"
    valeurs = {_TEXTES["satisfaction"]: _en_mots(note), _TEXTES["plaintes"]: str(plaintes)}
    return Ecran(_dire("ecran", jour=jour), valeurs, _dire(phrase, plaintes=plaintes), visage=True)


def _en_mots(note: float) -> str:
    if math.isnan(note):
        return _TEXTES["pas_de_note"]
    phrase = "note_bonne" if note >= 7 else "note_correcte" if note >= 5 else "note_mauvaise"
    return _dire(phrase, note=nombre(note, 1))


def derriere_le_tableau(rejeu: Rejeu, jour: int) -> Ensemble:
    """Ce jour-là : le public le moins bien servi, en points, et quelques personnes que l'on connaît."""
    table = en_table(rejeu.deroule, jour)
    pire = table.sort_values(["sur_100", "demandes"], ascending=[False, False]).iloc[0]
    demandes, perdues, plaintes = int(pire["demandes"]), int(pire["echecs"]), int(pire["plaintes"])
    prenoms = {personne(cle).prenom for cle in DE_CE_PUBLIC.values()}
    ce_soir = (OUVERTURE + timedelta(days=jour - 1)).isoformat()
    connus = rejeu.journal[rejeu.journal["personne"].isin(prenoms) & rejeu.journal["date"].le(ce_soir)]
    legende = _dire(
        "public_et_plaintes" if plaintes else "public_sans_plainte",
        public=pire["public"],
        demandes=demandes,
        perdues=perdues,
        plaintes=plaintes,
        total=milliers(table["echecs"].sum()),
        sur=milliers(table["demandes"].sum()),
        synthetique=SYNTHETIQUE,
    )
    points = Personnes(
        _dire("cache", jour=jour),
        legende,
        [Groupe(_TEXTES["perdues"], perdues, "plein"), Groupe(_TEXTES["servies"], demandes - perdues)],
        nommees=[(str(x.personne), str(x.texte)) for x in connus.drop_duplicates("personne").itertuples()],
        unite=("demande", "demandes"),
    )
    return Ensemble(points, nom=_TEXTES["derriere"])


def le_dernier_ecran(reprise: Reprise) -> CarteTexte:
    """Le public le moins bien servi que vos réponses épargnent, et celui qui perd encore le plus de demandes."""
    if reprise.manque or reprise.publics is None:
        return merci("specialiste", reprise.manque or _TEXTES["sans_suite"])
    table = reprise.publics.set_index("Public")
    gagnent = table.index[table["Votre choix"] < table["Choix du maire"]]
    publics = reprise.rejeu.publics.set_index("public")
    epargne = publics.loc[gagnent, "sur_100"].idxmax() if len(gagnent) else ""
    reste = table.drop(index=epargne, errors="ignore")["Votre choix"]
    lese = reste.idxmax() if reste.max() > 0 else ""

    def dire(public: str) -> str:
        if not public:
            return ""
        avant, apres = table.loc[public, ["Choix du maire", "Votre choix"]]
        qui = DE_CE_PUBLIC.get(str(publics.loc[public, "cle"]))
        if qui is None:
            return _dire("un_public", public=public, avant=avant, apres=apres)
        return _dire("une_personne", prenom=personne(qui).prenom, public=public, avant=avant, apres=apres)

    return merci("specialiste", "", dire(epargne), dire(lese))

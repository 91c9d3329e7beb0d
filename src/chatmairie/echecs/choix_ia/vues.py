"""Ce que montre le carnet 01 : tables, figures, trois manettes ; chacune a son résumé, ses chiffres, ses effectifs."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.affichage.cartes import CarteTexte, Encadre, Ensemble
from chatmairie.affichage.figures import Figure, barres, courbe
from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Choix, Curseur, Manette
from chatmairie.echecs.choix_ia.exercices.cadrer import BESOINS
from chatmairie.echecs.choix_ia.mecanisme import (
    ALERTE_SI_PLUS,
    INDICATEURS,
    Condition,
    Deroule,
    appliquer_les_planchers,
    chance_de_retrait,
    choix_du_maire,
    classer,
    cout_total,
    derouler,
    jour_d_arret,
    leses,
    mesurer,
    risque_d_echec,
)
from chatmairie.echecs.choix_ia.monde import JOURS_DE_FORMATION, PLANCHER, PUBLICS, TEXTES, Monde
from chatmairie.echecs.choix_ia.rejeu import Rejeu, rejouer
from chatmairie.echecs.choix_ia.remedes import Reprise, choisir_partout, par_les_poids
from chatmairie.echecs.choix_ia.tirage import COLONNES, marche_de_l_histoire, tirer_marche
from chatmairie.echecs.commun.distribution import habitants
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.langue.phrases import remplir
from chatmairie.langue.texte import nombre
from chatmairie.parcours import progres

_TEXTES, _COLONNES, _LIGNES, _MANETTES = (TEXTES[partie] for partie in ("vues", "colonnes", "lignes", "manettes"))


def _dire(nom: str, **trous: Any) -> str:
    return remplir(_TEXTES[nom], synthetique=SYNTHETIQUE, **trous)


def _tableau(colonnes: str, lignes: Any, legende: str, **reglages: Any) -> Tableau:
    """Un tableau montré en entier, ses colonnes nommées comme dans `textes.yaml`."""
    noms = _COLONNES[colonnes]
    return Tableau([dict(zip(noms, ligne, strict=True)) for ligne in lignes], legende, max_lignes=None, **reglages)


def montrer_offres(offres: pd.DataFrame) -> Tableau:
    """Les offres reçues, telles que la mairie les lit (une note vide : la pièce n'a pas été fournie)."""
    table = offres[[c for c in COLONNES if c in offres]].reset_index(drop=True)
    if "plan_reversibilite" in table:
        table["plan_reversibilite"] = table["plan_reversibilite"].map({True: "oui", False: "non"})
    table = table.rename(columns=_COLONNES["offres"])
    return Tableau(table, _dire("offres"), max_lignes=None, manquant=_TEXTES["non_fournie"])


def montrer_reglement() -> Tableau:
    """Le règlement de la consultation : ce que la mairie avait le droit d'exiger, et n'a pas exigé."""
    lignes = [[remplir(c, plancher=PLANCHER, jours=JOURS_DE_FORMATION) for c in u] for u in _LIGNES["reglement"]]
    return _tableau("reglement", lignes, _TEXTES["reglement"])


def montrer_publics() -> Tableau:
    """Les codes à utiliser dans `CADRAGE` : besoins, publics, indicateurs."""
    codes = {
        "besoin": BESOINS,
        "publics": {p.cle: p.nom for p in PUBLICS},
        "indicateurs, arret": INDICATEURS,
        "arret : sur": _LIGNES["regards"],
    }
    lignes = [(cle, code, sens) for cle, connus in codes.items() for code, sens in connus.items()]
    return _tableau("codes", lignes, _TEXTES["publics"])


def dessiner_l_affiche() -> Figure:
    """L'affiche de l'histoire, dessinée par le cours : un chat aux jeux olympiques."""
    from matplotlib.patches import Circle, Ellipse, Polygon, Rectangle

    def dessiner(axes: Any) -> None:
        axes.set(xlim=(0, 10), ylim=(0, 5))
        axes.axis("off")
        trait: dict[str, Any] = {"facecolor": "white", "edgecolor": "#1b1b35", "linewidth": 2}
        for x, haut, rang in ((1.2, 0.9, "2"), (3.6, 1.5, "1"), (6.0, 0.6, "3")):
            axes.add_patch(Rectangle((x, 0.2), 2.2, haut, **trait))
            axes.text(x + 1.1, 0.2 + haut / 2, rang, ha="center", va="center", fontsize=16)
        axes.add_patch(Ellipse((4.7, 2.5), 1.3, 1.7, **trait))
        axes.add_patch(Circle((4.7, 3.7), 0.62, **trait))
        for x in (4.2, 5.2):
            axes.add_patch(Polygon([(x - 0.22, 4.1), (x, 4.75), (x + 0.22, 4.1)], **trait))
        for x in (4.5, 4.9):
            axes.add_patch(Circle((x, 3.8), 0.06, color="#1b1b35"))
        for y in (3.5, 3.6):
            axes.plot([3.8, 4.4], [y, 3.55], color="#1b1b35")
            axes.plot([5.0, 5.6], [3.55, y], color="#1b1b35")
        axes.plot([5.3, 6.2, 6.0], [2.2, 2.8, 3.6], color="#1b1b35", linewidth=3)
        axes.add_patch(Circle((4.7, 2.4), 0.3, facecolor="#e8c547", edgecolor="#1b1b35", linewidth=2))
        axes.text(8.3, 3.6, "10\n10\n9,5", ha="center", va="center", fontsize=15)

    jury = [(_dire("souris", numero=n), note) for n, note in enumerate(("10", "10", "9,5"), start=1)]
    notes = [dict(zip(_COLONNES["affiche"], ligne, strict=True)) for ligne in jury]
    return Figure(dessiner, _TEXTES["affiche"], _TEXTES["affiche_resume"], notes, taille=(5.2, 2.6))


def figure_service(rejeu: Rejeu) -> Figure:
    """Jour après jour : demandes perdues et plaintes reçues, jusqu'au retrait."""
    perdues = rejeu.deroule.echecs[: rejeu.retrait].sum(axis=1).cumsum().tolist()
    plaintes = rejeu.deroule.plaintes[: rejeu.retrait].sum(axis=1).cumsum().tolist()
    premier = next((rang for rang, recues in enumerate(plaintes) if recues), 0)
    return courbe(
        list(range(1, rejeu.retrait + 1)),
        {_TEXTES["service_perdues"]: perdues, _TEXTES["service_plaintes"]: plaintes},
        titre=_TEXTES["service"],
        resume=_dire(
            "service_resume",
            premier=premier + 1,
            deja=perdues[premier],
            retrait=rejeu.retrait,
            perdues=perdues[-1],
            plaintes=plaintes[-1],
        ),
        etiquette_x=_TEXTES["service_x"],
        etiquette_y=_TEXTES["service_y"],
        decimales=0,
    )


def figure_publics(rejeu: Rejeu) -> Figure:
    """Par public : demandes sans réponse, sur 100, jusqu'au retrait."""
    noms = _COLONNES["par_public"]
    lignes = rejeu.publics.sort_values("sur_100", ascending=False)[[c for c in noms if c in rejeu.publics]].to_dict(
        "records"
    )
    sommes = {c: int(rejeu.publics[c].sum()) for c in ("demandes", "echecs", "plaintes")}
    lignes.append({"public": _TEXTES["tous"], **sommes, "sur_100": round(100 * sommes["echecs"] / sommes["demandes"])})
    pari = progres.courant().lire("paris", "choix_ia.combien")
    figure = barres(
        {ligne["public"]: ligne["sur_100"] for ligne in lignes},
        titre=_TEXTES["par_public"],
        resume=_dire("par_public_resume", **lignes[0]),
        maxi=100,
        prevision=None if pari is None else {_TEXTES["tous"]: pari},
    )
    if pari is not None:
        lignes[-1]["pari"] = pari
    chiffres = [{noms[c]: ligne[c] for c in noms if c in ligne} for ligne in lignes]
    figure.tableau = Tableau(chiffres, _TEXTES["par_public_chiffres"], max_lignes=None)
    return figure


def montrer_un_besoin(rejeu: Rejeu) -> Encadre:
    """Un besoin resté sans réponse : la première ligne du journal où parle une personne du récit."""
    lignes = rejeu.journal[rejeu.journal["personne"].isin([p.prenom for p in habitants()])]
    besoin = lignes.iloc[0]
    return Encadre(_dire("besoin", ligne=besoin["ligne"], source=besoin["source"]), besoin["texte"])


def montrer_couts(rejeu: Rejeu) -> Tableau:
    """Ce que chaque offre de l'histoire coûte, tout compris (la qualité, cachée à la mairie, est montrée ici)."""
    couts, prix, qualites = cout_total(rejeu.marche), rejeu.offres.set_index("nom")["prix_k_eur"], rejeu.marche.qualite
    lignes = [
        (nom, float(prix[nom]), int(qualites[nom]), round(100 * chance_de_retrait(qualites[nom])), round(couts[nom]))
        for nom in rejeu.offres["nom"]
    ]
    return _tableau("couts", lignes, _TEXTES["couts"])


def montrer_indicateurs(rejeu: Rejeu) -> Tableau:
    """Ce que vaut chaque indicateur au dixième jour : le service de l'histoire, et un service sain."""
    sain = derouler(np.random.default_rng([rejeu.graine, 1]))
    lignes = [
        (nom, sens, *_au_dixieme_jour(rejeu.deroule, nom), *_au_dixieme_jour(sain, nom))
        for nom, sens in INDICATEURS.items()
    ]
    return _tableau("indicateurs", lignes, _dire("indicateurs"), decimales=2)


def _au_dixieme_jour(deroule: Deroule, indicateur: str) -> tuple[float, float]:
    """L'indicateur, tous publics mélangés, puis chez le public le moins bien servi."""
    par_public, ensemble = mesurer(deroule, indicateur)
    publics = par_public[9][~np.isnan(par_public[9])]
    pire = publics.max if ALERTE_SI_PLUS[indicateur] else publics.min
    return round(float(ensemble[9]), 2), round(float(pire()), 2) if len(publics) else np.nan


def figure_avant_apres(reprise: Reprise) -> CarteTexte | Ensemble:
    """Le service de l'histoire, puis votre consultation et votre cadrage : qui est encore sans réponse ?"""
    if reprise.manque:
        return CarteTexte(_TEXTES["pas_encore"], reprise.manque)
    if reprise.gagnant is None:
        return CarteTexte(_TEXTES["sans_suite"], _TEXTES["sans_suite_texte"])
    couts = {c: nombre(getattr(reprise, c), 0) for c in ("prix", "cout", "cout_du_maire")}
    retrait, arret = reprise.rejeu.retrait, reprise.arret
    phrase = "pas_arrete_a_temps" if reprise.jour is None else "arrete_a_temps"
    perdues = {"perdues": reprise.leses_avec, "sans": reprise.leses_sans}
    texte = f"{_dire('gagnant_cout', **couts)}\n\n{_dire(phrase, jour=reprise.jour, retrait=retrait, **perdues)}"
    legende = _dire("apres", jours=retrait)
    if arret is not None:
        texte += f"\n\n{_dire('arrete_le_votre', arret=arret)}"
        legende = _dire("apres_arret", jours=retrait, arret=arret)
    carte = CarteTexte(_dire("gagnant", gagnant=reprise.gagnant), texte)
    return Ensemble(carte, Tableau(reprise.publics, legende, max_lignes=None))


def montrer_frugalite(mesures: pd.DataFrame, ou: str = "enregistrées par le cours") -> Tableau:
    """Les trois solutions côte à côte. ou : d'où viennent ces mesures (« chez vous »…)."""
    lignes = [
        (
            m["solution"],
            round(100 * m["exactitude"]),
            _dire("pire_maniere", note=round(100 * m["pire_public"]), maniere=m["quel_public"]),
            nombre(m["secondes_pour_1000"], 3, fixes=True),
            nombre(m["memoire_mo"], 2, fixes=True),
            nombre(m["energie_wh_pour_1000"], 6, fixes=True),
        )
        for m in mesures.to_dict("records")
    ]
    return _tableau("frugalite", lignes, _dire("frugalite", ou=ou, poids=nombre(mesures["memoire_mo"].max(), 1)))


# --- les manettes -------------------------------------------------------------------------------------

MAIRIES = 80
SAINS = 20
POIDS = {"prix": 40, "methodo": 20, "rgpd_ethique": 15, "accessibilite": 15, "environnement": 10}
_PARTAGES = ("methodo", "rgpd_ethique", "accessibilite", "environnement", "transfert")


def manette_poids() -> Manette:
    """« Quels poids ? » : le classement, les personnes sans réponse sur 100, et le coût complet."""
    dit = _MANETTES["poids"]
    etiquette, unite = dit["prix"]
    return Manette(
        {
            "prix": Curseur(etiquette, 0, 100, 5, 100, unite),
            "planchers": _choix(dit["planchers"], "sans"),
            "abonnes": _choix(dit["abonnes"], "non"),
        },
        montrer_poids,
        titre=dit["titre"],
    )


def _choix(dit: tuple[str, dict[str, str]], valeur: str) -> Choix:
    etiquette, options = dit
    return Choix(etiquette, options, valeur)


def montrer_poids(prix: float, planchers: str, abonnes: str) -> Tableau:
    """Le classement des cinq offres de l'histoire, avec ces poids (le reste est partagé entre les autres critères)."""
    marche = marche_de_l_histoire()
    offres = appliquer_les_planchers(marche.offres) if planchers == "avec" else marche.offres
    poids = {"prix": prix, **dict.fromkeys(_PARTAGES, (100 - prix) / len(_PARTAGES))}
    if abonnes == "oui":
        poids = {c: 0.8 * p for c, p in poids.items()} | {"abonnes_tiktok": 20}
    couts = cout_total(marche)
    lignes = [
        (rang, o["nom"], o["note"], o["prix_k_eur"], round(couts[o["nom"]]), _sans_reponse(marche.qualite[o["nom"]]))
        for rang, o in enumerate(classer(offres, poids).to_dict("records"), start=1)
    ]
    legende = _dire(
        "poids_abonnes" if abonnes == "oui" else "poids",
        prix=prix,
        ramenes=0.8 * prix,
        planchers=_MANETTES["poids"]["planchers"][1][planchers],
        gagnant=lignes[0][1],
        perdues=lignes[0][-1],
    )
    return _tableau("poids", lignes, legende)


def _sans_reponse(qualite: float) -> int:
    poids = np.array([p.demandes for p in PUBLICS])
    risques = np.array([risque_d_echec(p, qualite) for p in PUBLICS])
    return round(100 * float((poids * risques).sum() / poids.sum()))


def manette_lien() -> Manette:
    """« Et si le prix ne disait rien de la qualité ? » : le lien, jusqu'à zéro, sur quatre-vingts mairies."""
    dit = _MANETTES["lien"]
    etiquette, unite = dit["lien"]
    return Manette(
        {
            "lien": Curseur(etiquette, 0.0, 1.0, 0.1, 0.5, unite),
            "candidat": _choix(dit["candidat"], "partout"),
        },
        montrer_lien,
        titre=dit["titre"],
    )


@lru_cache(maxsize=32)
def montrer_lien(lien: float, candidat: str = "partout") -> Tableau:
    """Trois façons de choisir, sur les mêmes quatre-vingts mairies : coût complet moyen et retraits attendus.

    candidat : "partout" ou "nulle_part", là où répond le candidat très suivi, le moins cher et sans expérience.
    """
    monde = Monde(lien=float(lien), buzz=1.0 if candidat == "partout" else 0.0)

    def le_moins_cher_admis(offres: pd.DataFrame) -> str | None:
        admises = appliquer_les_planchers(offres)
        return None if admises.empty else choix_du_maire(admises)

    facons = {
        "maire": choix_du_maire,
        "moins_cher_admis": le_moins_cher_admis,
        "plusieurs_criteres": par_les_poids(POIDS),
    }
    hasard = np.random.default_rng(2026)
    marches = [tirer_marche(hasard, monde) for _ in range(MAIRIES)]
    lignes = []
    for nom, choisir in facons.items():
        bilan = choisir_partout(marches, choisir, monde)
        moyennes = (
            round(bilan["prix"].mean()),
            round(bilan["cout_total"].mean()),
            round(100 * bilan["retrait"].mean()),
        )
        lignes.append((_LIGNES["facons"][nom], len(bilan), *moyennes))
    ou = _MANETTES["lien"]["candidat"][1][candidat]
    return _tableau("lien", lignes, _dire("lien", lien=lien, mairies=MAIRIES, candidat=ou))


def manette_arret(graine: int) -> Manette:
    """« Quand arrêter ? » : le jour de l'arrêt, les demandes perdues avant, et les services sains éteints à tort."""
    dit = _MANETTES["arret"]
    return Manette(
        {
            "indicateur": Choix(dit["indicateur"], list(INDICATEURS), "satisfaction"),
            "sur": _choix(dit["sur"], "moyenne"),
            "seuil": Curseur(dit["seuil"], 0.0, 10.0, 0.05, 6.0),
            "jours": Curseur(dit["jours"], 1, 30, 1, 3),
        },
        partial(montrer_arret, graine),
        titre=dit["titre"],
    )


def montrer_arret(graine: int, indicateur: str, sur: str, seuil: float, jours: int) -> Ensemble:
    """Ce qu'aurait fait cette condition : sur ChatMairie, sur vingt services sains, sur un public oublié."""
    rejeu = rejouer(graine)
    condition = Condition(indicateur, float(seuil), int(jours), sur)
    legende = _dire(
        "arret_au_dessus" if ALERTE_SI_PLUS[indicateur] else "arret_au_dessous",
        indicateur=indicateur,
        definition=INDICATEURS[indicateur],
        regard=_MANETTES["arret"]["sur"][1][sur],
        seuil=seuil,
        jours=jours,
    )
    lignes = [_dans_l_histoire(rejeu, condition), _sur_les_sains(graine, condition), _sur_l_oublie(graine, condition)]
    return Ensemble(_tableau("arret", lignes, legende))


def _dans_l_histoire(rejeu: Rejeu, condition: Condition) -> tuple[str, str, str]:
    jour = jour_d_arret(rejeu.deroule, condition)
    par_elle = jour is not None and jour <= rejeu.retrait
    perdues = int(leses(rejeu.deroule, jour if par_elle else rejeu.retrait).sum())
    return (
        _TEXTES["histoire"],
        _dire("arrete" if par_elle else "retire", jour=jour, retrait=rejeu.retrait),
        _dire("histoire_paie", perdues=perdues, sans=int(rejeu.publics["echecs"].sum())),
    )


def _sur_les_sains(graine: int, condition: Condition) -> tuple[str, str, str]:
    sains = [derouler(np.random.default_rng([graine, 5, k])) for k in range(SAINS)]
    arrets = sum(jour_d_arret(d, condition) is not None for d in sains)
    if not arrets:
        return _TEXTES["sains"], _TEXTES["aucun_eteint"], _TEXTES["personne"]
    return _TEXTES["sains"], _dire("sains_eteints", n=arrets), _TEXTES["sains_eteints_paient"]


def _sur_l_oublie(graine: int, condition: Condition) -> tuple[str, str, str]:
    oublie = derouler(np.random.default_rng([graine, 6]), oublie="sans_ecran")
    vu = jour_d_arret(oublie, condition)
    arret = _TEXTES["jamais"] if vu is None else _dire("arrete", jour=vu)
    return _TEXTES["oublie"], arret, _dire("oublie_paie", n=int(leses(oublie, vu)["sans_ecran"]))

"""« ChatMairie express » : toute l'histoire en une heure, sans code et sans note.

Les scènes, les paris, les personnes et les phrases sont ceux des modules ; il n'y a ici que les décisions proposées, et
ce que la simulation de chaque module leur fait faire. Rien n'est gardé au-delà de la séance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.html import Affichage
from chatmairie.affichage.jouer import Jeu, Pas
from chatmairie.affichage.scenes import Groupe, Personnes, milliers
from chatmairie.affichage.tableaux import Tableau
from chatmairie.echecs import catalogue
from chatmairie.echecs.accueil.couverture import ETAPES
from chatmairie.echecs.acte import scenes as acte
from chatmairie.echecs.acte.rejeu import avec_un_code_de
from chatmairie.echecs.acte.rejeu import rejouer as rejouer_acte
from chatmairie.echecs.acte.remedes import DEFENSES, mesurer
from chatmairie.echecs.bilan import scenes as bilan
from chatmairie.echecs.bilan.arret import FONCTIONS, Etape, derouler
from chatmairie.echecs.bilan.exercices.auditer import ATTENDUS, AUCUNE, PREUVES
from chatmairie.echecs.bilan.remedes import essayer_deux_idees, ville_de
from chatmairie.echecs.bilan.ville import JOURS, PUBLICS
from chatmairie.echecs.campagne import scenes as campagne
from chatmairie.echecs.campagne.rejeu import rejouer as rejouer_campagne
from chatmairie.echecs.campagne.remedes import torts_de_la_regle
from chatmairie.echecs.choix_ia import scenes as choix_ia
from chatmairie.echecs.choix_ia.mecanisme import Condition, jour_d_arret, leses
from chatmairie.echecs.choix_ia.rejeu import rejouer as rejouer_choix
from chatmairie.echecs.design import scenes as design
from chatmairie.echecs.design.mecanisme import entrainer as entrainer_l_assistant
from chatmairie.echecs.design.monde import COMPTE_RENDU
from chatmairie.echecs.design.public import USAGERS, lire, reussite
from chatmairie.echecs.design.rejeu import defauts_de_la_page_naive
from chatmairie.echecs.design.rejeu import rejouer as rejouer_design
from chatmairie.echecs.design.remedes import REMEDES
from chatmairie.echecs.donnees import scenes as donnees
from chatmairie.echecs.donnees.mecanisme import colonnes_brutes, entrainer, normaliser
from chatmairie.echecs.donnees.rejeu import rejouer as rejouer_donnees
from chatmairie.echecs.donnees.remedes import modele_sans
from chatmairie.juge.fiche import Fiche
from chatmairie.referentiel.acces import critere

F = Fiche(__file__)
MOMENTS = ("Dans l'histoire", "Avec votre décision")


@dataclass(frozen=True)
class Acte:
    """scenes : celles du module ; rejeu : ce qu'elles montrent ; issue : de quoi dévoiler le pari ; consequence : ce
    que fait la décision. Le reste est dans `express.yaml` : pari, décisions (code -> phrase), critère d'audit."""

    scenes: tuple[Callable[[Any], Jeu], ...]
    rejeu: Callable[[int], Any]
    issue: Callable[[int], tuple[Any, ...]]
    consequence: Callable[[int, str], Affichage]
    titre: str
    pari: str
    question: str
    options: Mapping[str, str]
    audit: str


def _points(titre: str, phrase: str, perdus: tuple[int, int], total: tuple[int, int], noms: tuple[str, str], unite):
    """Avant et après : les mêmes, perdus ou non. noms : de ceux qui sont perdus, et des autres."""
    avant, apres = ([Groupe(noms[0], p, "plein"), Groupe(noms[1], t - p)] for p, t in zip(perdus, total, strict=True))
    return Personnes(titre, phrase, avant, apres, unite=unite, moments=MOMENTS)


_ARRETS = {
    "moyenne": Condition("satisfaction", 6.0, 3, "moyenne"),
    "plaintes": Condition("plaintes", 3.0, 3, "moyenne"),
    "pire": Condition("echecs", 0.3, 3, "pire_public"),
}


def _arreter(graine: int, code: str) -> Affichage:
    rejeu = rejouer_choix(graine)
    jour = jour_d_arret(rejeu.deroule, _ARRETS[code])
    fin = jour or rejeu.deroule.jours
    avant, apres = (int(leses(rejeu.deroule, j).sum()) for j in (rejeu.retrait, fin))
    tot, tard = (int(rejeu.deroule.demandes[:j].sum()) for j in (rejeu.retrait, fin))
    if jour:
        phrase = F.dire("arrete", jour=jour, retrait=rejeu.retrait)
    else:
        phrase = F.dire("pas_arrete", jours=fin, retrait=rejeu.retrait)
    return _points("Demandes perdues jusqu'à l'arrêt", phrase, (avant, apres), (tot, tard),
                   ("Perdues", "Servies"), ("demande", "demandes"))  # fmt: skip


_CACHEES = {"jour": ("jour_depot",), "tout": ("code_file", "jour_depot", "num_ticket")}


def _trier(graine: int, code: str) -> Affichage:
    rejeu = rejouer_donnees(graine)
    recevables, trois_ans = rejeu.decisions["recevable"], rejeu.dossiers["age"].eq(rejeu.monde.age_du_jour)
    if code in _CACHEES:
        modele = modele_sans(graine, _CACHEES[code])
    else:
        archives = normaliser(rejeu.archives)
        modele = entrainer(archives[archives["instruit_par"].ne("")], colonnes_brutes())
    refuse = recevables & ~modele.accepte(rejeu.dossiers) & (code != "regles")
    apres, trois_ans = int(refuse.sum()), int((refuse & trois_ans).sum())
    total, avant = int(rejeu.decisions["recevable"].sum()), int(rejeu.decisions["refus_a_tort"].sum())
    phrase = F.dire("refuses", n=apres, sur=total, trois_ans=trois_ans, age=rejeu.monde.age_du_jour)
    return _points("Enfants en règle, refusés à tort", phrase, (avant, apres), (total, total),
                   ("Refusés à tort", "Acceptés"), ("enfant", "enfants"))  # fmt: skip


def _parler(graine: int, code: str) -> Affichage:
    rejeu = rejouer_design(graine)
    remede = {"argot": "retirer les questions en argot", "page": "tout garder"}.get(
        code, "retirer les lignes à réponse familière"
    )
    codes = () if code in ("page", "deux") else defauts_de_la_page_naive()
    rendues = entrainer_l_assistant(REMEDES[remede](rejeu.corpus)).repondre_a(list(rejeu.echanges["question"]))
    lectures, usagers = {t: lire(t) for t in {r.texte for r in rendues}}, {u.cle: u for u in USAGERS}
    chances = [
        reussite(usagers[c], lectures[r.texte], codes, r.besoin == b)
        for c, r, b in zip(rejeu.echanges["cle"], rendues, rejeu.echanges["besoin"], strict=True)
    ]
    par = rejeu.echanges.assign(apres=chances).groupby("prenom")["apres"].mean().sort_values()
    total = len(chances)
    avant, apres = (total - round(float(sum(c))) for c in (rejeu.echanges["chance"], chances))
    phrase = F.dire("la_moins_bien_servie", qui=par.index[0], part=round(100 * par.iloc[0]))
    return _points("Démarches de dix personnes, en une semaine", phrase, (avant, apres), (total, total),
                   ("Perdues", "Réussies"), ("démarche", "démarches"))  # fmt: skip


_REMEDES = {
    "code_8": "code de 8 chiffres dans le chat",
    "questions": "plus de questions : les noms des parents",
    "fc_seul": "FranceConnect+, guichet ou courrier",
    "trois_voies": "FranceConnect+, guichet ou courrier",
}


def _verifier(graine: int, code: str) -> Affichage:
    rejeu = rejouer_acte(graine)
    table = mesurer(graine).set_index("Remède").iloc[:, 0]
    avant, apres = int(table[next(iter(DEFENSES))]), int(table[_REMEDES[code]])
    dehors = {
        "code_8": int(avec_un_code_de(graine, 8).demandes["dehors"].sum()),
        "questions": int(rejeu.deroule.demandes["dehors"].sum()),
        "fc_seul": int(rejeu.registre["franceconnect"].ne("FranceConnect+").sum()),
        "trois_voies": 0,
    }[code]
    phrase = F.dire(
        "laissees_dehors",
        dehors=milliers(dehors),
        sur=milliers(len(rejeu.registre)),
        avant=milliers(rejeu.deroule.demandes["dehors"].sum()),
    )
    return _points("Sur 100 demandes faites par quelqu'un qui connaît les proches", phrase, (avant, apres), (100, 100),
                   ("Actes remis à tort", "Actes refusés"), ("demande", "demandes"))  # fmt: skip


_REGLES = {
    "stop": ("tous_sauf_non", "tout"),
    "sans_noms": ("tout_le_fichier", "sans_noms"),
    "accord": ("dernier_mot_ce_canal", "public_et_valide"),
}


def _ecrire(graine: int, code: str) -> Affichage:
    comptes = [torts_de_la_regle(graine, *regle) for regle in (("tout_le_fichier", "tout"), _REGLES[code])]
    avant, apres = (
        [
            Groupe("N'avaient pas dit oui", c["sans_accord"] + c["malgre_un_non"], "plein"),
            Groupe("Vie privée ou adresse envoyée à tous", c["agents"] + c["habitants"], "barre"),
            Groupe("Avaient dit oui, ne reçoivent rien", c["oublies"], "carre"),
        ]
        for c in comptes
    )
    return Personnes("Qui est encore lésé par la campagne", F.dire("deux_fois"), avant, apres,
                     moments=MOMENTS)  # fmt: skip


_PORTES = {"guichet": ("guichet",), "deux": ("guichet", "telephone"), "trois": ("guichet", "telephone", "ecrit")}


def _ouvrir(graine: int, code: str) -> Affichage:
    ville = ville_de(graine)
    plan = [Etape(f, 1, "informatique") for f in FONCTIONS.values()]
    seul = derouler(ville, plan)
    plan += [Etape("prevenir_agents", 2, "direction"), Etape("prevenir_habitants", 3, "communication")]
    suite = derouler(ville, plan + [Etape(f"ouvrir_{porte}", 12, "accueil") for porte in _PORTES[code]])
    total = round(ville.demandes_par_jour * JOURS)
    pire = max(suite.sans_service, key=suite.sans_service.__getitem__)
    la_nuit = F.dire("une_lettre") if "ecrit" in _PORTES[code] else F.dire("tout_est_ferme")
    if suite.dehors:
        phrase = F.dire("surtout", public=PUBLICS[pire], la_nuit=la_nuit)
    else:
        phrase = F.dire("chacun", la_nuit=la_nuit)
    image = _points("Demandes, pendant les trente jours qui suivent l'arrêt", phrase, (seul.dehors, suite.dehors),
                  (total, total), ("Sans réponse", "Servies"), ("demande", "demandes"))  # fmt: skip
    image.moments = ("Sans aucune porte", "Avec vos portes")
    return image


_JEUX: Mapping[str, tuple[Any, ...]] = {
    "choix_ia": ((choix_ia.jour_apres_jour,), rejouer_choix, lambda g: (rejouer_choix(g),), _arreter),
    "donnees": (
        (donnees.la_pile, donnees.un_autre_jour, donnees.les_dossiers_reparaissent),
        rejouer_donnees,
        lambda g: (normaliser(rejouer_donnees(g).archives),),
        _trier,
    ),
    "design": ((design.ecouter_la_page,), rejouer_design, lambda g: (COMPTE_RENDU,), _parler),
    "acte": (
        (acte.l_acte_de_camille,),
        rejouer_acte,
        lambda g: (rejouer_acte(g).deroule, avec_un_code_de(g, 8)),
        _verifier,
    ),
    "campagne": (
        (campagne.envoyer, campagne.la_suite_des_messages),
        rejouer_campagne,
        lambda g: (rejouer_campagne(g),),
        _ecrire,
    ),
    "bilan": ((bilan.eteindre,), lambda g: g, lambda g: (essayer_deux_idees(g),), _ouvrir),
}
ACTES = {module: Acte(*_JEUX[module], **dit) for module, dit in F.contenu["actes"].items()}


class Express:
    """Une heure : `scene`, `parier`, `decider` pour chaque acte, puis `bilan`. graine : le numéro de la séance."""

    def __init__(self, graine: int = 2026) -> None:
        self.graine = graine
        self.paris: dict[str, str] = {}
        self.decisions: dict[str, str] = {}

    def scene(self, module: str, rang: int = 1) -> Jeu:
        """La scène de cet acte (il peut y en avoir plusieurs)."""
        return ACTES[module].scenes[rang - 1](ACTES[module].rejeu(self.graine))

    def parier(self, module: str) -> Jeu:
        """Le pari de cet acte, en un geste."""
        pari = catalogue.pari(ACTES[module].pari)
        phrases = list((pari.reponses or {}).values())
        choix = "\n".join(f"- {p}" for p in phrases)
        pas = {
            "question": Pas(
                CarteTexte("Votre pari", pari.question),
                dict.fromkeys(phrases, "garde"),
                ecrit=CarteTexte("Votre pari", f"{pari.question}\n\n{choix}"),
            ),
            "garde": Pas(CarteTexte("Pari gardé", F.dire("pari_garde"))),
        }
        jeu = Jeu("Avant de regarder", pas, ["question"])
        jeu.au_choix = partial(self._retenir, self.paris, module, phrases)
        return jeu

    @staticmethod
    def _retenir(ou: dict[str, str], module: str, connus: Any, bouton: str) -> None:
        ou |= {module: bouton} if bouton in connus else {}

    def decider(self, module: str) -> Jeu:
        """Ce qui s'est passé, à côté du pari ; la décision, et ce qu'elle fait ; la ligne d'audit."""
        un = ACTES[module]
        codes = {phrase: code for code, phrase in un.options.items()}
        pas = {
            "avant": Pas(CarteTexte(un.titre, "Vous avez parié, et joué."), {"Voir ce qui s'est passé": "issue"}),
            "issue": Pas(partial(self._issue, module), {"Décider": "question"}),
            "question": Pas(CarteTexte(un.titre, un.question), codes),
            "audit": Pas(partial(_audit, un.audit)),
        }
        for code in un.options:
            pas[code] = Pas(
                partial(un.consequence, self.graine, code),
                {"La ligne d'audit": "audit", "Essayer une autre décision": "question"},
            )
        jeu = Jeu("À vous de décider", pas, ["avant", "issue", "question", *un.options, "audit"])
        jeu.au_choix = partial(self._retenir, self.decisions, module, codes)
        return jeu

    def _issue(self, module: str) -> CarteTexte:
        un = ACTES[module]
        pari = catalogue.pari(un.pari)
        dit = self.paris.get(module) or F.dire("pas_de_pari")
        passe = pari.devoilement(*un.issue(self.graine))
        return CarteTexte(pari.question, F.dire("issue", pari=dit, passe=passe))

    def bilan(self) -> Jeu:
        """Vos paris et vos décisions, sur une page, et la porte vers le cours entier."""
        pas = {"avant": Pas(CarteTexte("Votre heure", "Tout est joué ?"), {"Faire le bilan": "bilan"})}
        pas["bilan"] = Pas(self._bilan)
        return Jeu("Votre bilan", pas, ["avant", "bilan"])

    def _bilan(self) -> Affichage:
        lignes = [
            {"L'acte": un.titre, "Votre pari": self.paris.get(m, "pas de pari"),
             "Votre décision": self.decisions.get(m, "pas encore de décision")}
            for m, un in ACTES.items()
        ]  # fmt: skip
        suite = "\n".join(
            F.dire("une_etape", titre=titre, minutes=minutes, quoi=quoi) for _, titre, quoi, minutes in ETAPES
        )
        return Ensemble(
            Tableau(lignes, F.dire("rien_n_est_garde"), max_lignes=None),
            CarteTexte("Le cours entier : mesurer, réparer, être jugé sur qui est encore lésé", suite),
            CarteTexte("Merci", F.dire("merci")),
            nom="Votre bilan",
        )


def _audit(identifiant: str) -> CarteTexte:
    """Un critère de la grille, la réponse du service de l'histoire, et la preuve que demanderait un audit."""
    attendu = ATTENDUS[identifiant]
    preuve = PREUVES[min(p for _, p, _ in attendu.reponses if p != AUCUNE)].split(" : ", 1)[1]
    enonce = critere(identifiant).enonce
    if attendu.reste:
        texte = F.dire("audit/reste", enonce=enonce, preuve=preuve, reste=attendu.reste)
    else:
        texte = F.dire("audit/suffit", enonce=enonce, preuve=preuve)
    return CarteTexte(f"Une ligne d'audit : {identifiant}", texte, F.dire("grille"))

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
from chatmairie.echecs.acte.defenses import DEFENSES
from chatmairie.echecs.acte.figures import mesurer
from chatmairie.echecs.acte.rejeu import avec_un_code_de
from chatmairie.echecs.acte.rejeu import rejouer as rejouer_acte
from chatmairie.echecs.bilan import scenes as bilan
from chatmairie.echecs.bilan.arret import FONCTIONS, Etape, derouler
from chatmairie.echecs.bilan.exercices.auditer import ATTENDUS, AUCUNE, PREUVES
from chatmairie.echecs.bilan.rejouons import essayer_deux_idees, ville_de
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
from chatmairie.echecs.donnees.essais import modele_sans
from chatmairie.echecs.donnees.modele import colonnes_brutes, entrainer
from chatmairie.echecs.donnees.nettoyage import normaliser
from chatmairie.echecs.donnees.rejeu import rejouer as rejouer_donnees
from chatmairie.langue.mots import accorder, combien_sur
from chatmairie.referentiel.acces import critere

MOMENTS = ("Dans l'histoire", "Avec votre décision")


@dataclass(frozen=True)
class Acte:
    """scenes : celles du module ; rejeu : ce qu'elles montrent ; pari, issue : le pari, et de quoi le dévoiler ;
    question, options : la décision (code -> phrase) ; consequence : ce qu'elle fait ; audit : un critère."""

    titre: str
    scenes: tuple[Callable[[Any], Jeu], ...]
    rejeu: Callable[[int], Any]
    pari: str
    issue: Callable[[int], tuple[Any, ...]]
    question: str
    options: Mapping[str, str]
    consequence: Callable[[int, str], Affichage]
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
    dit = f"s'arrête au jour {jour}" if jour else f"ne s'arrête pas, en {fin} jours"
    phrase = f"Le service {dit}. Dans l'histoire, le maire le retire au jour {rejeu.retrait}."
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
    phrase = combien_sur(apres, total, "enfant en règle {} est refusé", "enfants en règle {} sont refusés")
    phrase += f", dont {accorder(trois_ans, 'enfant', 'enfants')} de {rejeu.monde.age_du_jour} ans."
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
    phrase = f"La moins bien servie : {par.index[0]}, {round(100 * par.iloc[0])} démarches réussies sur 100."
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
    phrase = (
        f"Personnes laissées dehors, sans leur propre acte : {milliers(dehors)} sur {milliers(len(rejeu.registre))} "
        f"(dans l'histoire : {milliers(rejeu.deroule.demandes['dehors'].sum())})."
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
    return Personnes("Qui est encore lésé par la campagne", "Une même personne peut l'être deux fois.", avant, apres,
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
    phrase = f"Sans réponse, surtout : {PUBLICS[pire]}. " if suite.dehors else "Le jour, chacun trouve une porte. "
    phrase += f"À 23 h 40 : {'une lettre peut partir' if 'ecrit' in _PORTES[code] else 'tout est fermé'}."
    image = _points("Demandes, pendant les trente jours qui suivent l'arrêt", phrase, (seul.dehors, suite.dehors),
                  (total, total), ("Sans réponse", "Servies"), ("demande", "demandes"))  # fmt: skip
    image.moments = ("Sans aucune porte", "Avec vos portes")
    return image


ACTES: Mapping[str, Acte] = {
    "choix_ia": Acte(
        "Le choix de l'IA", (choix_ia.jour_apres_jour,), rejouer_choix, "choix_ia.satisfaction",
        lambda g: (rejouer_choix(g),), "Quand faudra-t-il arrêter le service ?",
        {"moyenne": "Satisfaction moyenne sous 6 sur 10", "plaintes": "Plus de trois plaintes par jour",
         "pire": "Trois échecs sur dix, public le moins bien servi"},
        _arreter, "CM-CAD-02",
    ),
    "donnees": Acte(
        "Les données", (donnees.la_pile, donnees.un_autre_jour, donnees.les_dossiers_reparaissent), rejouer_donnees,
        "donnees.qui_a_refuse", lambda g: (normaliser(rejouer_donnees(g).archives),),
        "Que fait-on de la machine ?",
        {"jour": "Lui cacher le jour", "tout": "Cacher le jour, la file, le ticket",
         "ecarter": "Écarter les refus que personne n'a lus", "regles": "Pas de machine : les cinq règles"},
        _trier, "CM-SOC-02",
    ),
    "design": Acte(
        "Le design", (design.ecouter_la_page,), rejouer_design, "design.atelier", lambda g: (COMPTE_RENDU,),
        "Que répare-t-on d'abord ?",
        {"argot": "Retirer les questions en argot", "claires": "Ne garder que les réponses claires",
         "page": "Réparer la page", "deux": "La page et les réponses"},
        _parler, "CM-UI-04",
    ),
    "acte": Acte(
        "L'acte de naissance", (acte.l_acte_de_camille,), rejouer_acte, "acte.code_plus_long",
        lambda g: (rejouer_acte(g).deroule, avec_un_code_de(g, 8)), "Comment savoir qui demande ?",
        {"code_8": "Un code deux fois plus long", "questions": "Demander aussi les parents",
         "fc_seul": "FranceConnect+ seulement", "trois_voies": "FranceConnect+, guichet ou courrier"},
        _verifier, "CM-CAD-09",
    ),
    "campagne": Acte(
        "La campagne", (campagne.envoyer, campagne.la_suite_des_messages), rejouer_campagne, "campagne.agents",
        lambda g: (rejouer_campagne(g),), "À qui écrit-on, et quoi ?",
        {"stop": "À tous, avec « STOP » à la fin", "sans_noms": "Tout, sans les prénoms d'agents",
         "accord": "À qui a dit oui, et ce qui est validé"},
        _ecrire, "CM-SOC-05",
    ),
    "bilan": Acte(
        "Le bilan", (bilan.eteindre,), lambda g: g, "bilan.effacer", lambda g: (essayer_deux_idees(g),),
        "Quelles portes ouvrir demain matin, à la place ?",
        {"guichet": "Un guichet", "deux": "Un guichet, un téléphone", "trois": "Un guichet, un téléphone, du courrier"},
        _ouvrir, "CM-SOC-10",
    ),
}  # fmt: skip


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
            "garde": Pas(CarteTexte("Pari gardé", "Il n'est pas noté. Vous le retrouverez avec votre décision.")),
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
        dit = self.paris.get(module, "pas de pari, et ce n'est pas grave.")
        passe = pari.devoilement(*un.issue(self.graine))
        return CarteTexte(pari.question, f"Votre pari : {dit}\n\nCe qui s'est passé : {passe}")

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
        suite = "\n".join(f"- {titre} ({minutes} minutes) : {quoi}." for _, titre, quoi, minutes in ETAPES)
        return Ensemble(
            Tableau(lignes, "Vos paris et vos décisions. Rien n'est noté, rien n'est gardé.", max_lignes=None),
            CarteTexte("Le cours entier : mesurer, réparer, être jugé sur qui est encore lésé", suite),
            CarteTexte("Merci", "… et CHAT chest pas bien ! À désactiver d'urgence, et à refaire !"),
            nom="Votre bilan",
        )


def _audit(identifiant: str) -> CarteTexte:
    """Un critère de la grille, la réponse du service de l'histoire, et la preuve que demanderait un audit."""
    attendu = ATTENDUS[identifiant]
    preuve = min(p for _, p, _ in attendu.reponses if p != AUCUNE)
    texte = f"{critere(identifiant).enonce}\n\nLe service de l'histoire : non. La preuve à demander : "
    texte += PREUVES[preuve].split(" : ", 1)[1] + "."
    texte += f" Elle ne suffirait pas : {attendu.reste}." if attendu.reste else ""
    return CarteTexte(
        f"Une ligne d'audit : {identifiant}", texte, "Grille du cours, en forme de RIA31, pas le texte officiel."
    )

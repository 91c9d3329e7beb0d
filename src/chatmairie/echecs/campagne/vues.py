"""Ce que le module montre et fait bouger, avec son équivalent texte : tableaux, figures, téléphones, manettes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.figures import Figure, barres
from chatmairie.affichage.scenes import Telephone
from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Cases, Choix, Curseur, Manette
from chatmairie.echecs.campagne.exercices._commun import milliers
from chatmairie.echecs.campagne.mecanisme import CANAUX_DE_PORTEE, MALGRE_UN_NON, TORTS, compter_les_torts, portee
from chatmairie.echecs.campagne.monde import BASES, TEXTES
from chatmairie.echecs.campagne.paris import part_qui_avait_demande
from chatmairie.echecs.campagne.rejeu import ACTE, Rejeu, rejouer
from chatmairie.echecs.campagne.remedes import Essai, Reprise, regle
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.langue.mots import accorder
from chatmairie.parcours import progres

GROUPES = (
    ("avait demandé cet agenda, par SMS", ("droit",)),
    ("avait dit non", ("refus", "retire")),
    ("avait dit oui à autre chose, ou autrement", ("autre_finalite", "autre_canal", "sans_preuve", "trop_tard")),
    ("n'avait rien dit", ("rien",)),
    ("n'est pas la bonne personne, ou est trop jeune", ("faux_numero", "parti_ou_decede", "mineur")),
)


def _tableau(lignes: Any, legende: str) -> Tableau:
    """Un tableau entier, dont la légende dit que les données sont synthétiques."""
    return Tableau(lignes, legende=f"{legende} {SYNTHETIQUE}", max_lignes=None)


def _debout(table: pd.DataFrame, lignes: int, coin: str) -> pd.DataFrame:
    """Les premières lignes, une colonne par personne."""
    apercu = table.head(lignes).T
    apercu.columns = [f"personne {i}" for i in range(1, apercu.shape[1] + 1)]
    return apercu.rename_axis(coin).reset_index()


def montrer_collecte(fichier: pd.DataFrame, lignes: int = 3) -> Tableau:
    """Les premières lignes du fichier gardé par ChatMairie (carnet 41), debout : une colonne par personne."""
    return _tableau(
        _debout(fichier, lignes, "ce que ChatMairie a gardé"),
        f"Le fichier des demandes d'actes de naissance : {milliers(len(fichier))} personnes.",
    )


def montrer_origines(rejeu: Rejeu) -> Tableau:
    """D'où viennent les numéros de la campagne : effectifs et parts."""
    avec = rejeu.personnes[rejeu.personnes["telephone"].ne("")]
    comptes = avec["base_origine"].value_counts()
    lignes = [
        {"D'où vient le numéro": base, "Numéros": int(comptes.get(base, 0)),
         "Sur 100": round(100 * comptes.get(base, 0) / len(avec))}
        for base in BASES
    ]  # fmt: skip
    de_chatmairie = sum(ligne["Numéros"] for ligne in lignes[:2])
    return _tableau(
        lignes,
        f"{milliers(de_chatmairie)} numéros sur {milliers(len(avec))} ont été donnés à ChatMairie pour une "
        f"démarche : ces personnes voulaient un acte (« {ACTE.split(' : ')[1]} ») ou une place, pas un agenda.",
    )


_COLONNES_D_AGENDA = {
    "titre": "Titre",
    "lieu": "Lieu",
    "type": "Type",
    "visibilite": "Visibilité",
    "valide_par": "Validé par",
    "calendrier": "Calendrier",
}


def montrer_agenda(evenements: pd.DataFrame, lignes: int = 10) -> Tableau:
    """Les premières entrées, dans l'ordre où la campagne les a lues."""
    table = evenements[list(_COLONNES_D_AGENDA)].rename(columns=_COLONNES_D_AGENDA)
    table[["Visibilité", "Validé par"]] = table[["Visibilité", "Validé par"]].replace("", "(vide)")
    table.insert(0, "n°", range(1, len(table) + 1))
    return Tableau(
        table, legende=f"Les {lignes} premières entrées de l'agenda, sur {len(table)}. {SYNTHETIQUE}", max_lignes=lignes
    )


def montrer_accords(rejeu: Rejeu, qui: str = "aurelie") -> Tableau:
    """Les événements de consentement d'une personne de la distribution, dans l'ordre de la saisie."""
    prenom = personne(qui).prenom
    numeros = rejeu.personnes.loc[rejeu.personnes["prenom"].eq(prenom), "id_personne"]
    siens = rejeu.consentements[rejeu.consentements["id_personne"].isin(numeros)].reset_index(drop=True)
    table = siens.assign(
        accord=siens["accord"].map({True: "oui", False: "non"}), preuve=siens["preuve"].replace("", "—")
    )
    return Tableau(
        table,
        legende=f"{prenom} : ce qui a été dit, dans l'ordre de la saisie. On n'efface jamais une ligne, on en ajoute. "
        f"Le fichier en compte {milliers(len(rejeu.consentements))}. {SYNTHETIQUE}",
        vide=f"{prenom} n'a jamais rien dit de l'agenda.",
    )


def figure_qui_avait_demande(rejeu: Rejeu) -> Figure:
    """Sur 100 téléphones qui ont sonné : qui avait demandé quoi."""
    table = rejeu.personnes.assign(situation=rejeu.situations["situation"])
    table = table[table["telephone"].ne("")]
    comptes = {nom: int(table["situation"].isin(cles).sum()) for nom, cles in GROUPES}
    total = sum(comptes.values())
    voulus, sonnent = part_qui_avait_demande(rejeu)
    pari = progres.courant().lire("paris", "campagne.combien")
    figure = barres(
        {nom: round(100 * n / total) for nom, n in comptes.items()},
        titre="Sur 100 personnes dont le téléphone a sonné",
        resume=f"{milliers(total)} personnes, {milliers(sonnent)} téléphones. Cette personne… "
        + ", ".join(f"{nom} : {milliers(n)}" for nom, n in comptes.items())
        + f". {SYNTHETIQUE}",
        maxi=100,
        prevision=None if pari is None else {GROUPES[0][0]: pari},
        quoi="La personne…",
    )
    lignes = [{"La personne…": nom, "Personnes": n, "Sur 100": round(100 * n / total)} for nom, n in comptes.items()]
    if pari is not None:
        lignes[0]["Votre prévision, sur 100 téléphones"] = pari
    figure.tableau = Tableau(lignes, legende="Qui a reçu les messages : les chiffres.", max_lignes=None)
    return figure


def montrer_fuites(rejeu: Rejeu) -> Tableau:
    """Ce que l'agenda des agents a dévoilé, par sorte : entrées, personnes exposées, téléphones."""
    internes = rejeu.verite[rejeu.verite["nature"].eq("interne")]
    telephones = rejeu.personnes.loc[rejeu.personnes["telephone"].ne(""), "telephone"].nunique()
    lignes = []
    for sorte, groupe in internes.groupby("sorte", sort=False):
        exposes = {nom for noms in groupe["exposes"] for nom in noms}
        grave = bool(groupe["sensible"].any())
        lignes.append(
            {
                "Ce qui est dévoilé": TEXTES["sortes"][str(sorte)],
                "Entrées": len(groupe),
                "Personnes exposées": len(exposes) if grave else 0,
                "Vie privée": "oui" if grave else "non",
                "Téléphones": milliers(telephones),
            }
        )
    return _tableau(lignes, "L'agenda des agents, compté sans nommer personne.")


def montrer_torts(comptes: Mapping[str, Mapping[str, int]], legende: str) -> Tableau:
    """Un tableau des torts : une ligne par sorte, une colonne par façon de faire."""
    lignes = [{"Tort": tort, **{nom: un[sorte] for nom, un in comptes.items()}} for sorte, tort in TORTS.items()]
    return _tableau(lignes, legende)


def figure_remedes(essai: Essai) -> Tableau:
    """Ce que changent les remèdes auxquels tout le monde pense."""
    return montrer_torts(
        essai.torts, "Personnes lésées selon le remède (une même personne peut l'être de deux façons)."
    )


def montrer_portee(avant: pd.DataFrame, apres: pd.DataFrame | None = None, canaux: Any = (), noye: int = 0) -> Tableau:
    """Qui, parmi les gens que l'agenda intéresse, l'a vu passer. noye : messages reçus par personne, avant."""
    lignes = []
    for groupe, valeurs in avant.iterrows():
        ligne = {"Public": groupe, "Intéressées": int(valeurs["interesses"])}
        if apres is None:
            ligne["Jointes"] = int(valeurs["joints"])
        else:
            ligne |= {"Jointes avant": int(valeurs["joints"]), "Jointes après": int(apres.loc[groupe, "joints"])}
        lignes.append(ligne)
    avertir = (
        "" if apres is None else f"Avant, c'était perdu parmi {noye} messages que presque personne n'avait voulus. "
    )
    noms = ", ".join(canaux) or "aucun canal"
    return _tableau(lignes, f"Qui l'apprend par : {noms}. {avertir}Parts de chaque canal : hypothèses du cours.")


def figure_avant_apres(reprise: Reprise) -> Any:
    """Avant et après les réponses de l'apprenant : torts par sorte, portée, et le téléphone de deux personnes."""
    if reprise.messages is None:
        return CarteTexte("Rejouons", reprise.manque)
    parti = "" if reprise.envoyer else " Votre plan n'envoie rien : personne n'est dérangé, et personne n'est servi."
    return Ensemble(
        montrer_torts(
            {"Avant": reprise.avant, "Après": reprise.apres},
            f"Personnes lésées, avant et après vos réponses.{parti}",
        ),
        montrer_portee(
            reprise.portee_avant, reprise.portee_apres, ("message", *reprise.canaux), len(reprise.rejeu.textes)
        ),
        *(_apres(reprise, reprise.messages, cle) for cle in ("fatoumata", "margaux")),
    )


def _apres(reprise: Reprise, rediges: pd.DataFrame, cle: str) -> Telephone:
    qui = reprise.rejeu.personnes[reprise.rejeu.personnes["prenom"].eq(personne(cle).prenom)].iloc[0]
    messages = rediges if reprise.envoyer else rediges.head(0)
    recus = list(messages.loc[messages["id_personne"].eq(qui["id_personne"]), "texte"])
    demande = {"fatoumata": "n'avait rien demandé", "margaux": "avait demandé l'agenda"}[cle]
    gouts = f", goûts déclarés : {qui['interets']}" if qui["interets"] else ""
    return telephone(f"{qui['prenom']} {qui['nom']}", f"{demande}{gouts} ; après vos réponses", recus)


def montrer_personnes(rejeu: Rejeu, lignes: int = 2) -> Tableau:
    """Les premières lignes du fichier de la campagne, debout : une colonne par personne."""
    return _tableau(
        _debout(rejeu.personnes, lignes, "colonne").map(lambda v: str(v) if isinstance(v, bool) else v),
        f"Le fichier de la campagne : {milliers(len(rejeu.personnes))} personnes.",
    )


def montrer_etapes(etapes: Mapping[str, str]) -> Tableau:
    """Les étapes possibles d'un plan d'incident, dans l'ordre alphabétique : la place ne dit rien."""
    return Tableau(
        [{"Code": code, "Ce que l'on fait": texte} for code, texte in sorted(etapes.items())],
        legende="Les étapes possibles, par ordre alphabétique. Certaines font un second tort.",
        max_lignes=None,
    )


# --- un téléphone : la boîte d'envoi, lue comme un téléphone ---------------------------------------


def telephone(qui: str, situation: str, messages: Sequence[str], reste: int = 0) -> Telephone:
    """Le téléphone de quelqu'un : qui, ce qu'il avait dit, et ses messages ; `reste` ne sont pas montrés."""
    return Telephone(f"Le téléphone de {qui}", f"{qui} {situation}. {SYNTHETIQUE}", messages, reste)


def messages_recus(rejeu: Any, id_personne: str) -> list[str]:
    """Les SMS que la campagne naïve a envoyés à cette personne, dans l'ordre ([] si elle n'a pas de contact)."""
    ligne = rejeu.personnes[rejeu.personnes["id_personne"].eq(id_personne)]
    if ligne.empty or not ligne[rejeu.campagne["contact"]].iloc[0]:
        return []
    return list(rejeu.textes.values())


def telephone_de(rejeu: Any, id_personne: str, combien: int = 4) -> Telephone:
    """Le téléphone de cette personne : ses `combien` premiers messages. Lève `ValueError` si elle n'existe pas."""
    ou = rejeu.personnes["id_personne"].eq(id_personne)
    if not ou.any():
        raise ValueError(f"« {id_personne} » n'est l'id_personne de personne dans ce fichier.")
    personne = rejeu.personnes[ou].iloc[0]
    situation = rejeu.situations.loc[ou, "situation"].iloc[0]
    messages = messages_recus(rejeu, id_personne)
    return telephone(
        f"{personne['prenom']} {personne['nom']}",
        TEXTES["situations"][situation],
        messages[:combien],
        max(0, len(messages) - combien),
    )


# --- ce que l'on bouge -----------------------------------------------------------------------------


def connus(rejeu: Rejeu) -> dict[str, str]:
    """id_personne -> « Fatoumata Zola » : des gens de la distribution et quelques autres du fichier."""
    personnes, situation = rejeu.personnes, rejeu.situations["situation"]
    gens = {}
    for cle in ("fatoumata", "linh", "aurelie", "margaux", "rayan", "karim"):
        ligne = personnes[personnes["prenom"].eq(personne(cle).prenom)].iloc[0]
        gens[str(ligne["id_personne"])] = f"{ligne['prenom']} {ligne['nom']}"
    for masque, nom in (
        (situation.isin(MALGRE_UN_NON), "avait dit non"),
        (personnes["parti_ou_decede"] & personnes["telephone"].ne(""), "partie ou décédée"),
    ):
        ligne = personnes[masque & ~personnes["id_personne"].isin(gens)].iloc[0]
        gens[str(ligne["id_personne"])] = f"{ligne['prenom']} {ligne['nom']} ({nom})"
    return gens


def manette_telephone(graine: int) -> Manette:
    """« Ouvrir un téléphone » : qui, et combien de messages lire."""
    rejeu = rejouer(graine)
    return Manette(
        {
            "qui": Choix("Le téléphone de", connus(rejeu)),
            "combien": Curseur("Messages à lire", 1, len(rejeu.textes), 1, 4),
        },
        lambda qui, combien: telephone_de(rejeu, qui, int(combien)),
        titre="Ouvrir un téléphone",
    )


def manette_regles(graine: int) -> Manette:
    """« À qui, et quoi ? » : une règle d'accord, une règle d'agenda, et qui est lésé."""
    return Manette(
        {
            "accord": Choix("On écrit à", TEXTES["accords"], "tout_le_fichier"),
            "agenda": Choix("On envoie", TEXTES["agendas"], "tout"),
        },
        lambda accord, agenda: _montrer_regles(graine, accord, agenda),
        titre="À qui, et quoi ?",
    )


def _montrer_regles(graine: int, accord: str, agenda: str) -> Tableau:
    """Le tableau de la manette : ce qui est parti, et ce que feraient ces deux règles."""
    rejeu = rejouer(graine)
    gens, entrees = regle(graine, accord, agenda)
    return montrer_torts(
        {
            "Ce qui est parti": compter_les_torts(rejeu, rejeu.personnes["id_personne"], rejeu.evenements["id"]),
            "Avec ces règles": compter_les_torts(rejeu, gens, entrees),
        },
        f"{accorder(len(entrees), 'entrée', 'entrées')} à {accorder(len(gens), 'personne', 'personnes')}.",
    )


def manette_canaux(graine: int) -> Manette:
    """« Par quels canaux ? » : qui apprend l'agenda, public par public, si le message ne part qu'à qui l'a demandé."""
    return Manette(
        {"canaux": Cases("Canaux", {c: c for c in CANAUX_DE_PORTEE}, ["message"])},
        lambda canaux: montrer_portee(portee(rejouer(graine), canaux), canaux=canaux),
        titre="Par quels canaux ?",
    )

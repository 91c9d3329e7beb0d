"""La fiche de l'officier d'état civil : la règle se lit, et ce qui n'est pas établi y est dit tel.

Sources : Code civil 101-1, décret 2017-890 articles 29 et 30, réponse du ministre de la justice du 31 août 2006
(voir `referential/droit.yaml`, ids cciv-101-1, decret-2017-890-29 et -30, senat-seq060322108). Relu le
30 novembre 2026.
"""

from __future__ import annotations

from chatmairie.echecs.acte.monde import MONDE_DU_COURS, Monde

REGLES = {
    "extrait sans filiation": "Toute personne peut l'avoir, sans justifier sa qualité ni sa demande.",
    "copie intégrale": "La personne majeure ou émancipée, ses ascendants et descendants, son conjoint, son "
    "représentant légal. Frères, sœurs, concubins : non.",
    "extrait avec filiation": "Les mêmes personnes que pour la copie intégrale.",
}

QUESTIONS = (
    (
        "Faut-il vraiment un acte ?",
        "Pour {sans_acte}, l'administration ou le notaire vérifie lui-même les données auprès de la mairie de "
        "naissance : pas d'acte à demander, rien à taper. C'est vrai quand cette mairie est reliée à COMEDEC "
        "(obligatoire pour les communes qui ont une maternité) ; sinon, il faut encore un acte. Ici, elle "
        "l'est (hypothèse du cours). Un mariage ou un PACS célébré en France peut s'en passer de la même façon.",
        "à vérifier",
    ),
    ("Qui peut avoir un extrait sans filiation ?", REGLES["extrait sans filiation"], "établi"),
    ("Qui peut avoir une copie intégrale, un extrait avec filiation ?", REGLES["copie intégrale"], "établi"),
    (
        "Et le partenaire de PACS ?",
        "La page nationale (service-public.fr, F1427) l'ajoute à cette liste ; des communes écrivent l'inverse : "
        "l'officier d'état civil décide. Aucun exercice ne le juge. Au-delà de 75 ans, un acte est ouvert à tous.",
        "à vérifier",
    ),
    (
        "Que faut-il pour retrouver l'acte ?",
        "Nom, prénoms et date de naissance de la personne de l'acte ; les noms de ses parents aussi, pour une copie "
        "intégrale ou un extrait avec filiation. La règle nationale s'arrête là : savoir ces noms suffit, « aucun "
        "texte n'impose » une pièce d'identité (ministre de la justice, 2006) ; l'officier peut en demander une s'il "
        "doute. Devant les fuites de données, ce carnet montre que cette règle ne protège plus.",
        "établi, à relire",
    ),
    (
        "Comment prouve-t-on qui l'on est ?",
        "FranceConnect+ (il transmet nom, prénoms et date de naissance de la personne connectée), une pièce montrée au "
        "guichet et rendue aussitôt, ou des justificatifs par courrier (identité, lien, adresse). FranceConnect seul "
        "est de niveau faible. Exiger le niveau substantiel en ligne est un choix du cours.",
        "choix du cours",
    ),
    (
        "Qui signe, et comment l'acte est-il remis ?",
        "L'officier d'état civil signe, jamais l'IA. L'acte est remis au guichet ou envoyé par courrier.",
        "établi",
    ),
    (
        "Et l'espace sécurisé, le courriel ?",
        "Pour une commune, le ministre de la justice répond non : ni demande par courriel, ni envoi autrement que par "
        "la poste (26 août 2025). Le seul texte plus souple, un conseil de la CADA de 2020, parle d'un acte de décès, "
        "ouvert à tous. Le modèle est celui des actes du ministère des affaires étrangères : un espace sécurisé, et "
        "un avis neutre par courriel. Ici, l'espace sécurisé est admis après FranceConnect+ ; à faire valider. Le "
        "courriel et le chat, jamais.",
        "choix du cours",
    ),
    (
        "Qui prévenir ?",
        "La personne de l'acte, par un moyen que la mairie avait déjà vérifié : « Vous n'êtes pas à l'origine de cette "
        "demande ? »",
        "choix du cours",
    ),
)


def montrer_fiche(monde: Monde = MONDE_DU_COURS):
    """La fiche, en un tableau : la question, la règle, et ce qui l'assure."""
    from chatmairie.affichage.tableaux import Tableau

    usages = ", ".join(f"« {u} »" for u in monde.sans_acte)
    return Tableau(
        [{"Question": q, "Ce que dit la fiche": r.format(sans_acte=usages), "C'est": c} for q, r, c in QUESTIONS],
        legende="Fiche de l'officier d'état civil (textes et sources : referential/droit.yaml). La mairie y nomme les "
        "usages qui n'ont pas besoin d'acte : ils diffèrent d'une mairie à l'autre.",
        max_lignes=None,
    )


def montrer_moyens():
    """Les moyens de dire qui l'on est : ce qui s'écrit dans `demande["moyens"]`, où le donner, ce que cela dure."""
    from chatmairie.affichage.tableaux import Tableau
    from chatmairie.echecs.acte.defenses import IDENTIFICATIONS, MINUTES
    from chatmairie.echecs.acte.delivrance import VOIE_DE_LA_PREUVE, VOIES

    return Tableau(
        [
            {
                "Ce qui s'écrit": cle,
                "Ce que c'est": i.nom,
                "Où donner cette preuve": VOIES[VOIE_DE_LA_PREUVE[cle]] if cle in VOIE_DE_LA_PREUVE else "nulle part",
                "Minutes, pour une personne honnête": round(MINUTES[cle]),
            }
            for cle, i in IDENTIFICATIONS.items()
        ],
        legende="Les moyens de dire qui l'on est. Une demande n'en propose que quelques-uns : ceux que la "
        "personne peut "
        "prendre, ou dit pouvoir prendre. Minutes : hypothèses du cours, trajet compris.",
        max_lignes=None,
    )

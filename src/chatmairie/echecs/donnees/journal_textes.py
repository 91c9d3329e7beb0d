"""Les phrases du journal du service : sobres, chacune dit qui perd quoi, ou que personne ne perd rien.

Champs : {enfant} « Léa, 3 ans », {prenom}, {de} « de Léa », {activite}, {place} « la place aux animations »,
{jour} et {date} du dépôt, {dossier} (numéro), {moment} (quand l'enfant devait être accueilli), {nombre}, {regle}.
Les sommes et les durées sont des hypothèses du cours.
"""

from __future__ import annotations

REFUS_A_TORT = (
    "Lettre de refus. {enfant}, {activite}, dossier {dossier} déposé le {jour} {date}. Au dossier : pièces exigées, "
    "assurance valide, école de la commune, dans les délais. Pas de place à la rentrée. Motif donné : aucun.",
    "Réponse envoyée le lendemain du dépôt ({jour} {date}) : « {Place} n'est pas accordée à {prenom}. » Dossier "
    "{dossier}, {enfant}, complet, dans les règles et dans les délais. Motif donné : aucun.",
    "Courrier automatique, dossier {dossier} ({jour} {date}) : {place} est refusée. {enfant}. Les cinq règles "
    "du règlement sont remplies. Motif donné : aucun.",
)
REFUS_JUSTIFIE = (
    "Lettre de refus. {enfant}, {activite}, dossier {dossier} déposé le {jour} {date}. Règle non remplie : {regle}. "
    "Motif donné dans la lettre, avec la façon de le contester.",
    "Réponse envoyée, dossier {dossier} ({jour} {date}) : {place} est refusée. {enfant}. Règle non remplie : "
    "{regle}. La lettre cite l'article du règlement.",
)
ACCEPTATION = (
    "Lettre d'acceptation. {enfant}, {activite}, dossier {dossier} déposé le {jour} {date}. Place réservée.",
    "Réponse envoyée (dossier {dossier}) : {place} est réservée pour {prenom}. Horaires et tarif joints.",
)
GARDE = (
    "Gardera {prenom} {moment} à partir de septembre, faute de place : deux heures de son temps par jour de classe. "
    "Demande si quelqu'un a relu le dossier {dossier}, qui était complet.",
    "{Place} est refusée à {prenom} alors que le dossier {dossier} était complet : c'est la personne qui appelle qui "
    "fera la garde, {moment}. « J'avais mes journées, je ne les ai plus. »",
    "A renoncé à son club et à ses rendez-vous pour garder {prenom} {moment}. Le dossier {dossier} "
    "remplissait toutes les règles.",
)
REVENU = (
    "A perdu une journée de salaire, environ 80 euros, pour venir s'expliquer au guichet : le dossier {dossier} {de} "
    "était complet.",
    "Sans {activite} pour {prenom} (dossier {dossier}, complet), passe de 35 à 28 heures par semaine. Demande qui "
    "compensera le salaire perdu.",
    "Paie une garde privée {moment} pour {prenom} : 140 euros par mois que le foyer n'avait pas prévus. Dossier "
    "{dossier} complet, refusé.",
)
EXPLICATION = (
    "Ne comprend pas la lettre reçue pour {prenom} : dossier {dossier} complet, aucun motif écrit. Le standard n'a "
    "rien pu expliquer : « c'est le logiciel ».",
    "Troisième appel : demande pourquoi {place} est refusée à {prenom} (dossier {dossier}, complet). Personne n'a su "
    "lui donner la raison.",
    "Demande la règle appliquée au dossier {dossier} {de}, complet et refusé. Aucune règle ne correspond ; on lui "
    "répond de rappeler.",
)
ENCORE_UN_APPEL = "Troisième appel"
"""Ces mots disent aussi une attente : du temps perdu, en plus de l'explication."""
HEURES_AGENT = (
    "Reprise à la main, après la fermeture, de {nombre} dossiers complets refusés par ChatMairie : deux heures et "
    "demie prises sur la soirée.",
    "Soirée passée, jusqu'à 20 h, à rouvrir {nombre} dossiers en règle refusés. Deux heures de soirée en moins.",
    "Pause du midi passée à rappeler {nombre} familles refusées à tort. Une heure de repos en moins.",
)
VACATAIRE = (
    "Groupe d'animations du {jour} supprimé à la rentrée : {nombre} demandes d'animations en règle ont été refusées, "
    "il n'y a plus assez d'inscrits. La paie suit les heures de groupe ouvert : 5 heures de salaire en moins par "
    "semaine.",
    "Contrat du {jour} réduit de moitié faute d'inscrits, après {nombre} refus d'animations sur des dossiers en "
    "règle : environ 190 euros de moins par mois.",
)
TRAVAIL = (
    "« On me fait signer des refus que je sais faux. Vingt ans à faire des réponses justes, et ma signature ne vaut "
    "plus rien. » {nombre} dossiers en règle refusés cette semaine.",
    "« J'ai saisi ces dossiers un par un, ils étaient en règle. {nombre} sont refusés quand même : je ne peux plus "
    "dire que mon travail est bien fait. »",
    "« Toute la journée, j'annonce des refus que je ne peux pas défendre. Ce n'est pas comme cela que j'ai appris à "
    "accueillir les gens. » {nombre} refus sur des dossiers en règle.",
)
APPELS_ORDINAIRES = (
    "Demande les horaires du guichet pendant l'été. Réponse donnée.",
    "Demande le tarif de la garderie du soir. Tableau envoyé par courrier.",
    "Signale un changement d'adresse. Fiche mise à jour.",
    "Demande un double de la facture de juin. Envoyé le jour même.",
    "Demande où déposer l'attestation d'assurance pour la rentrée. Réponse donnée.",
    "Remercie pour la réponse rapide et demande la date de la réunion de rentrée.",
    "Veut savoir si le goûter est fourni à la garderie du soir. Réponse donnée.",
    "Demande s'il reste des places aux vacances d'automne. Réponse donnée, inscription notée.",
    "Demande à parler à une personne plutôt qu'à un répondeur. Rappel fait dans l'heure.",
    "Demande le règlement intérieur en gros caractères. Envoyé.",
)
APPELS_REGLE_COMPRISE = (
    "Conteste le refus du dossier {dossier} : {regle}. La règle lui est lue et expliquée ; la trouve dure, comprend "
    "la réponse.",
    "Demande à passer outre pour le dossier {dossier} : {regle}. Réponse expliquée, autre solution proposée.",
)
FEUILLES_ORDINAIRES = (
    "Inventaire de la salle, une heure, prévue au planning et payée.",
    "Formation aux premiers secours, demi-journée, prévue au planning.",
    "Réunion de rentrée de l'équipe, une heure et demie, récupérée le lendemain.",
)
ANIMATIONS_ORDINAIRES = (
    "Sortie à la bibliothèque, groupe au complet, tout le monde est rentré à l'heure.",
    "Atelier jardin : quatorze enfants, matériel commandé.",
)
GARDIENS = ("la grand-mère", "le grand-père", "la voisine", "le voisin", "la tante", "l'oncle")
PARENTS = ("la mère", "le père")
PLACES = {
    "garderie du matin": "la place à la garderie du matin",
    "garderie du soir": "la place à la garderie du soir",
    "animations": "la place aux animations",
}
MOMENTS = {
    "garderie du matin": "chaque matin avant l'école",
    "garderie du soir": "chaque soir après l'école",
    "animations": "pendant le temps des animations",
}

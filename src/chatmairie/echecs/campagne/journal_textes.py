"""Les phrases du journal de la campagne : sobres, chacune dit qui perd quoi, ou que personne ne perd rien.

Champs : {qui} « Mei Vasseur », {raison} (pourquoi le numéro avait été donné), {nombre} de messages, {age}, {texte} (un
message reçu). Durées et nombres sans autre source : hypothèses du cours.
"""

from __future__ import annotations

RAISONS = {
    "ChatMairie : acte de naissance": "obtenir un acte de naissance",
    "ChatMairie : périscolaire": "inscrire un enfant au périscolaire",
    "médiathèque": "emprunter des livres",
    "urbanisme": "déposer un permis de construire",
    "état civil": "déclarer une naissance",
    "aide sociale": "demander une aide",
}
SANS_ACCORD = (
    "{nombre} SMS reçus depuis mardi. N'avait donné ce numéro que pour {raison}. Demande qui a décidé de s'en servir "
    "pour autre chose.",
    "N'avait rien demandé : numéro donné pour {raison}. {nombre} SMS en une matinée, téléphone coupé pour pouvoir "
    "travailler.",
    "« Je voulais {raison}, pas une réclame. » {nombre} SMS. Ne donnera plus son numéro à la mairie.",
)
MALGRE_UN_NON = (
    "Avait dit non à l'agenda, par écrit. {nombre} SMS quand même. Demande à quoi sert de répondre.",
    "Avait retiré son accord pour l'agenda cet hiver. {nombre} SMS depuis mardi.",
)
INCONNU = (
    "A ce numéro depuis l'automne et ne connaît pas {qui}, à qui les messages s'adressent. {nombre} SMS, dont « "
    "{texte} ».",
    "N'habite pas la commune. Reçoit {nombre} SMS destinés à {qui}, à qui ce numéro n'appartient plus.",
)
PARTI = (
    "Le téléphone de {qui}, dont le décès est déclaré en mairie, a sonné {nombre} fois dans l'entrée. « ChatMairie a "
    "pensé à vous », disait l'écran.",
    "{qui} a quitté la commune il y a deux ans ; la famille a encore ce téléphone. {nombre} SMS.",
)
MINEUR = (
    "{qui}, {age} ans, a reçu {nombre} SMS pendant les cours, dont un entretien disciplinaire. Personne n'avait "
    "demandé "
    "l'accord des parents.",
)
DOUBLON = ("Deux personnes pour un seul téléphone : chaque message arrive deux fois. {double} SMS en une matinée.",)
NOYE = (
    "Avait demandé l'agenda culturel, avec ses goûts. Le seul spectacle attendu était au {rang}e message : découvert "
    "après la date limite de réservation.",
)
SANS_TELEPHONE = (
    "Sans téléphone portable. A appris par quelqu'un que les places gratuites du concert étaient toutes parties. Ni "
    "affiche, ni mot au guichet : tout avait été dit par SMS.",
)
LECTEUR_D_ECRAN = (
    "Le lecteur d'écran a lu {nombre} messages à voix haute, au bureau, dont le rendez-vous médical d'une personne "
    "citée par son prénom. N'avait rien demandé.",
)
HABITANT = (
    "Son adresse, et l'endroit où se trouve la clé, sont partis à {personnes} numéros. Deux inconnus ont sonné. A fait "
    "changer la serrure.",
    "« Qui a dit à toute la ville que l'on vient chez moi, et quand ? » Ne dort plus dans cette chambre, côté rue.",
)
AGENTS = {
    "depart": "N'avait pas encore dit son départ à son équipe. Elle l'a appris par un SMS de la mairie, en même "
    "temps que "
    "{personnes} numéros. Voulait choisir le moment.",
    "sante": "Son rendez-vous médical, avec la spécialité, est parti à {personnes} numéros. Des usagers lui "
    "demandent des "
    "nouvelles de sa santé au guichet.",
    "discipline": "Son entretien disciplinaire est connu de toute la ville avant d'avoir eu lieu. Rien n'est encore "
    "décidé ; tout est déjà dit.",
    "syndicat": "Son engagement syndical est parti à {personnes} numéros. Ne l'avait dit ni à son service ni à ses "
    "voisins.",
    "projet": "A appris par un SMS, avec {personnes} numéros, que son contrat ne serait pas renouvelé.",
    "famille": "La maladie de son enfant et sa vie de famille sont parties à {personnes} numéros. Demande qui "
    "peut lire "
    "l'agenda du service.",
}
BILLARD = (
    "Le café a déjà quarante demandes d'inconnus pour le billard du mois prochain, invités par SMS. L'équipe annule : "
    "c'était son moment à elle."
)
HEURES = (
    "Soirée passée ici, jusqu'à 20 h : {appels} appels au sujet des SMS, un seul poste ouvert. Trois heures de "
    "soirée en moins.",
    "Pause du midi passée à répondre : {appels} appels en une heure. Les demandes ordinaires attendent.",
    "A passé la nuit à chercher comment arrêter l'envoi : personne n'avait prévu de bouton. Repos perdu.",
)
ORDINAIRES = (
    "Demande l'heure du concert des élèves. Réponse donnée.",
    "Demande si la médiathèque ouvre le lundi. Réponse donnée.",
    "Signale un lampadaire éteint. Transmis à la voirie.",
    "Demande un rendez-vous pour une carte d'identité. Fixé.",
    "Remercie pour la visite des vieux lavoirs.",
    "Demande le programme du théâtre en gros caractères. Envoyé.",
    "Demande comment s'inscrire à l'agenda culturel. Formulaire remis.",
)
HEURES_ORDINAIRES = (
    "Formation à l'accueil, demi-journée, prévue au planning.",
    "Inventaire du fonds d'affiches, deux heures, prévu et payé.",
)
COURRIERS_ORDINAIRES = (
    "Demande une salle pour une répétition en mai. Réponse envoyée.",
    "Propose un concert gratuit au kiosque. Transmis au service culture.",
)

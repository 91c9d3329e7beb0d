"""Le monde clos d'une réponse : ce qui est aimable passe, ce que le dossier ne contient pas est rendu.

Ces phrases ont été écrites sans lire la liste des mots ; elle a été complétée ensuite.
"""

from __future__ import annotations

import pytest

from chatmairie import catalogue, jugement
from chatmairie.design.monde_clos import AIMABLES, non_portee

ORDINAIRES = """\
Bonjour Madame, nous avons bien reçu votre message.
Merci de votre patience.
Nous sommes désolés pour cette attente.
Je comprends que la situation soit pénible.
N'hésitez pas à nous écrire si vous avez une question.
Notre équipe reste à votre écoute.
Prenez le temps qu'il vous faut.
Je vous remercie de votre confiance.
Si quelque chose n'est pas clair, dites-le nous.
Une agente pourra vous aider à préparer le dossier.
Vous pouvez venir accompagné.
Toutes nos excuses pour la gêne.
Je suis un programme informatique et je peux me tromper.
Ce message a été écrit par un robot.
Je ne suis pas une personne, mais quelqu'un peut vous répondre.
Je ne peux rien promettre sur la décision.
Je ne peux pas dire si votre demande sera acceptée.
La décision revient à une personne du service.
Nous restons disponibles pour toute question.
Belle journée à vous et à bientôt.
Avec tous nos remerciements.
Nous vous souhaitons une bonne semaine.
C'est avec plaisir que nous vous aiderons.
Vous n'êtes pas seul dans cette démarche.
Voici ce qu'il faut faire.
Il vous reste une étape.
Ensuite, votre dossier pourra être examiné.
Nous savons que ces papiers peuvent être lourds à réunir.
Veuillez agréer nos salutations distinguées.
Bien à vous.
Au plaisir de vous lire.
Excusez-nous pour le dérangement.
Votre question est importante pour nous.
Tout le monde peut se poser cette question.
Bon courage pour la suite.
Je vous écris au sujet de votre demande.
Une personne de la mairie lira votre réponse.
Vous préférez parler à quelqu'un ? C'est possible.
Cela arrive souvent, ne vous en faites pas.
Prenez soin de vous.
Nous sommes là pour vous aider.
Une photo du document suffit-elle ? Demandez-le à l'accueil.
Pardon pour ce retard.
Nous regrettons de vous faire revenir.
Bonne réception.
Sans nouvelles de votre part, nous ne pourrons pas continuer.
Si vous l'avez déjà envoyée, ne tenez pas compte de ce message.
Vous pouvez choisir le moyen qui vous convient.
Ma réponse est automatique.
Une collègue vous rappellera le nom de la pièce.
Nous espérons que cette réponse vous aidera.
Nous avons conscience de la gêne occasionnée.
Si besoin, nous pouvons reprendre les choses ensemble.
Vous trouverez ci-dessous les informations utiles.
Je vous confirme que nous avons lu votre message.
Votre courrier nous est bien parvenu.
Notre assistant automatique ne décide de rien.
Pour toute précision, une personne vous répondra.
Vous avez bien fait de nous écrire.
Aucune question n'est bête.
Nous ferons de notre mieux.
Vous pouvez répondre à ce message quand vous voulez.
Cette réponse est rédigée par une intelligence artificielle.
Un agent relira votre demande.
Je reste à votre service.
Merci d'avance pour votre retour.
Bonne fin de journée.
Nous vous prions de nous excuser.
Ce n'est pas grave si vous l'aviez oubliée.
Je sais que ce n'est pas simple.
Voici les deux façons de nous la donner.
Vous pouvez demander de l'aide à un proche.
Vous pouvez parler avec une vraie personne.
Soyez sans crainte, nous sommes là.
Il manque une seule chose pour avancer.
Votre demande est entre de bonnes mains.
Nous gardons votre dossier.
Dès que nous l'aurons, nous pourrons continuer.
Cordialement, la mairie.
Bonjour et bienvenue.
Je comprends votre colère.
Nous voulons vous simplifier la vie.
À très vite.
Chère Madame, cher Monsieur.
En espérant vous avoir aidé.
Je suis une machine : une personne peut tout vérifier.
Vous pouvez vous faire aider au guichet.
Je note votre demande de parler simplement.
Je vous réponds avec le même respect qu'à tous.
Merci de l'apporter dès que possible.
Nous avons pris connaissance de votre demande.
Votre message nous aide à nous améliorer.
Je suis désolée de lire cela.
Il n'y a pas de mauvaise question.
Vous pouvez relire ce message à votre rythme.
Nous répondons à tout le monde de la même façon.
Un mot de vous suffit, et quelqu'un vous répond.
Merci de nous avoir prévenus.
Vous préférez écrire ? Aucun souci.
Nous tenons à vous aider jusqu'au bout.
Je vous laisse revenir vers nous.
Gardez ce message, il vous servira.
Cette adresse est lue par une équipe.
Votre temps compte, voici l'essentiel.
Je n'ai pas de réponse à cette question, une collègue l'aura.
Nous vous remercions de votre compréhension.
Sachez que vous pouvez aussi passer nous voir.
Faites comme il vous est le plus facile.
Recevez nos salutations les meilleures.
Que puis-je faire de plus pour vous ?
Nous vous avons bien lu.
Votre message a retenu toute notre attention.
Je vous donne ici les deux informations demandées.
Ne vous découragez pas, il ne manque qu'une pièce.
Vous avez le choix : venir, ou écrire.
Une agente se tient à votre disposition.
C'est un assistant automatique qui vous répond.
Il arrive à tout le monde d'oublier un papier.
Nous serons heureux de vous accueillir.
Merci beaucoup pour votre aide.
Désolé si ma réponse vous a semblé froide.
Vous pouvez nous joindre sans téléphoner.
Cela ne vous prendra pas longtemps.
Si vous ne pouvez pas vous déplacer, écrivez-nous.
Nous vous saluons bien.
Toute l'équipe vous salue.
Vous n'avez pas à vous justifier.
Posez-nous toutes vos questions.
Je traite chaque message avec le même soin.
Respectueusement.
""".splitlines()

INVENTEES = """\
Votre place est réservée.
Apportez aussi votre livret de famille.
Quel âge avez-vous ?
Votre dossier est complet.
Il ne manque rien.
Il ne manque pas une attestation d'assurance.
Votre inscription est validée.
Vous serez remboursé.
Le guichet ouvre le samedi matin.
Donnez-moi votre numéro de carte bancaire.
La cantine est gratuite pour vous.
Votre enfant est inscrit.
Vous n'avez rien à payer.
La date limite est repoussée.
Un chèque suffit.
Venez avec votre conjoint.
Êtes-vous marié ?
Quelle est votre nationalité ?
Votre demande est prioritaire.
Nous vous appelons demain.
Vous recevrez une aide de la CAF.
Une amende vous sera envoyée.
Votre carte est prête.
Le maire a signé.
Signez le formulaire rouge.
Envoyez une photo de votre visage.
Tout sera prêt avant Noël.
Vous avez droit à une réduction.
Votre dossier est accepté.
Un médecin doit le signer.
Le service est fermé en août.
Avez-vous un handicap ?
Vos voisins ont déjà leur place.
Apportez l'original et deux photocopies.
Votre compte a été supprimé.
La facture est déjà réglée.
Vous êtes sur liste d'attente.
Votre mot de passe est nécessaire.
Ne payez pas.
Votre dossier sera traité sous huit jours.
Votre dossier a été transmis au préfet.
Nous avons validé votre paiement.
Vous êtes inscrite.
Pensez au chèque.
Votre fils est admis.
Vous aurez une réponse dans deux jours.
L'entrée est par la cour.
Prévoyez une heure d'attente.
Quel est votre revenu ?
Indiquez votre religion.
Vous habitez bien ici ?
Le tarif baisse en septembre.
Vous devez venir avec vos parents.
Vous risquez une amende.
Votre demande est la dernière.
Tout est en règle.
Une copie suffit.
Le délai est de trois mois.
Vous n'avez pas besoin de venir.
C'est obligatoire pour tous.
Votre logement est attribué.
Une assistante sociale passera chez vous.
Vous payez moins cher.
Vos droits sont coupés.
Montrez votre passeport.
Le conseil municipal a voté.
Votre numéro de sécurité sociale manque.
Combien gagnez-vous ?
Vous êtes en retard.
Votre mère doit signer.
La mairie vous offre ce service.
Votre demande est refusée.
Vous pouvez payer plus tard.
La limite d'âge est de trente ans.
Le dossier est ouvert à tous.
Tout a été envoyé.
Vous n'avez plus rien à envoyer.
Le montant sera divisé.
Un bus passe devant.
Le maire vous attend.
Votre demande passe en commission.
Le montant comprend une taxe.
Apportez votre ancien dossier.
Un second courrier partira.
Faites vacciner votre enfant.
Le paiement se fait en ligne.
Vous serez prévenu par SMS.
Votre voisin a déjà répondu.
Écrivez au préfet.
Quelle est votre date de naissance ?
Votre enfant sera dans le groupe des grands.
Le guichet est fermé le lundi.
Le service est gratuit.
Votre dossier part à la préfecture.
Il faut une signature des deux parents.
Votre abonnement est arrêté.
Vous avez gagné une place.
""".splitlines()


def contexte() -> dict:
    return jugement.sujet_public(catalogue.exercice("design.reformuler")).entrees["cas"][0]["contexte"]


@pytest.mark.parametrize("phrase", [*ORDINAIRES, *AIMABLES])
def test_une_phrase_ordinaire_est_portee(phrase: str) -> None:
    assert non_portee(phrase, contexte()) == ("", "")


@pytest.mark.parametrize("phrase", INVENTEES)
def test_ce_que_le_dossier_ne_contient_pas_est_rendu(phrase: str) -> None:
    assert non_portee(f"Bonjour. {phrase} Cordialement.", contexte())[0] in phrase
    assert non_portee(phrase, contexte())[0]

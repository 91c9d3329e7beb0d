"""Les entrées de l'agenda : les sorties publiques, et ce que les agents notent pour eux-mêmes.

Entrées internes : (titre, lieu, sorte, sensible, type, visibilité, validée). Champs : {agent}, {agent2} (agents
nommés), {habitant} (une personne à qui l'on rend visite). `visibilité` : « vide », « public » (rempli d'office par
le logiciel), « interne » ou « brouillon ». Tout est inventé ; aucune entrée ne décrit une personne réelle.
"""

from __future__ import annotations

from typing import NamedTuple


class Interne(NamedTuple):
    """Une entrée qui n'aurait pas dû sortir du service. validee : un chef l'a validée, pour le service seulement."""

    titre: str
    lieu: str
    sorte: str
    sensible: bool
    type: str
    visibilite: str
    validee: bool = False


SORTES = {
    "depart": "un départ pas encore annoncé",
    "loisir": "un moment entre collègues",
    "sante": "la santé d'un agent",
    "discipline": "une procédure disciplinaire",
    "syndicat": "une activité syndicale",
    "adresse": "l'adresse de quelqu'un à qui l'on rend visite",
    "famille": "la vie de famille d'un agent",
    "projet": "une décision pas encore annoncée",
    "securite": "la sécurité d'un bâtiment",
}
"""Sorte d'entrée interne -> ce qu'elle dévoile."""

# L'ordre compte dans le monde du cours : c'est celui de la saisie, et celui de la lecture.
INTERNES_DU_COURS = (
    Interne("Pot de départ de Jean-Mi", "salle de pause, 2e étage", "depart", True, "culture", "vide"),
    Interne("Billard avec le service voirie", "café Le Massé", "loisir", False, "culture", "public"),
    Interne("Quatre-quarts de {agent}, apporter une assiette", "cuisine du rez-de-chaussée", "loisir", False,
            "vie du service", "public"),
    Interne("Rendez-vous médical de {agent}, cardiologie", "absence jusqu'à 16 h", "sante", True, "vie du service",
            "vide"),
    Interne("Entretien disciplinaire de {agent}, avec les ressources humaines", "bureau 204", "discipline", True,
            "vie du service", "interne", True),
    Interne("Réunion syndicale, liste présentée par {agent} et {agent2}", "salle B", "syndicat", True, "culture",
            "public"),
    Interne("Visite à domicile chez {habitant}", "12 rue des Lilas, clé chez le gardien", "adresse", True,
            "vie du service", "vide"),
    Interne("Anniversaire surprise de {agent}, chut", "salle de pause, 2e étage", "loisir", False, "culture",
            "interne", True),
    Interne("Annonce à {agent} : contrat non reconduit, ne pas diffuser", "bureau 204", "projet", True,
            "vie du service", "brouillon"),
    Interne("Point avec le médecin du travail, mi-temps thérapeutique de {agent}", "salle A", "sante", True,
            "vie du service", "public"),
    Interne("Alarme de la mairie coupée pour livraison", "porte arrière ouverte", "securite", False,
            "vie du service", "interne", True),
    Interne("Absence de {agent}, enfant malade", "à remplacer à l'accueil", "famille", True, "vie du service",
            "vide"),
)  # fmt: skip
INTERNES_D_AILLEURS = (
    Interne("Verre de l'amitié pour la mutation de {agent}", "salle des archives", "depart", True, "culture", "vide"),
    Interne("Pétanque des ateliers", "derrière le dépôt", "loisir", False, "culture", "public"),
    Interne("Retour de congé de maladie de {agent}", "point à 9 h", "sante", True, "interne", "vide"),
    Interne("Conseil de discipline, dossier {agent}", "salle du conseil, porte close", "discipline", True, "culture",
            "public"),
    Interne("Grève : permanence tenue par {agent}", "local de la section", "syndicat", True, "culture", "public"),
    Interne("Portage de repas chez {habitant}", "3 impasse du Moulin, sonner deux fois", "adresse", True, "interne",
            "vide"),
    Interne("Cadeau commun pour {agent}", "enveloppe chez {agent2}", "loisir", False, "culture", "interne", True),
    Interne("Fermeture de l'annexe, pas encore dite à {agent}", "bureau du directeur", "projet", True, "culture",
            "brouillon"),
    Interne("Consultation de {agent}, suivi de grossesse", "absence l'après-midi", "sante", True, "interne", "public"),
    Interne("Transport de la caisse de la régie", "sans escorte, par la cour", "securite", False, "interne",
            "interne", True),
    Interne("Déménagement de {agent} après séparation", "prêt de la camionnette", "famille", True, "culture", "vide"),
    Interne("Visite d'évaluation chez {habitant}", "8 quai des Tanneurs, 3e gauche", "adresse", True, "interne",
            "interne", True),
    Interne("Médiation entre {agent} et {agent2}", "salle du fond", "discipline", True, "interne", "brouillon"),
    Interne("Tournoi de cartes du midi", "réfectoire", "loisir", False, "culture", "public"),
)  # fmt: skip

SORTIES = {
    "concert": ("Concert de la fanfare", "Récital de piano", "Chorale au kiosque", "Soirée jazz", "Concert des élèves"),
    "théâtre": ("Le Malade imaginaire", "Cabaret d'improvisation", "Marionnettes au jardin", "Seule en scène"),
    "exposition": ("Photographies de la rivière", "Affiches de 1936", "Dessins de presse", "Sculptures en bois"),
    "lecture": ("Lecture à voix haute", "Rencontre avec une autrice", "Café des livres", "Contes du soir"),
    "cinéma": ("Ciné-débat", "Courts-métrages de l'année", "Film muet en musique", "Séance audiodécrite"),
    "atelier": ("Atelier de gravure", "Initiation à la langue des signes", "Cuisine du monde", "Reliure à la main"),
    "patrimoine": ("Visite des vieux lavoirs", "Montée au clocher", "Archives ouvertes", "Balade des fontaines"),
    "danse": ("Bal folk", "Danse contemporaine", "Initiation au tango", "Bal du quai"),
}
LIEUX = {
    "cours": ("théâtre municipal", "médiathèque", "kiosque du parc", "salle des fêtes", "musée", "halle du marché"),
    "ailleurs": ("salle Simone", "bibliothèque", "jardin des remparts", "foyer rural", "cinéma Le Rex", "chapelle"),
}
"""Les lieux des sorties, selon le jeu d'entrées du monde."""

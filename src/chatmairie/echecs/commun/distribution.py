"""La distribution du cours : les mêmes habitants et les mêmes agents dans tous les modules.

Toutes ces personnes sont fictives. Les prénoms ont été distribués entre les rôles par tirage, sans
lien entre l'origine d'un prénom et un rôle, un tort, un quartier ou une situation. Une personne est
décrite par ce qu'elle vient faire et par ce dont elle a besoin pour y arriver, jamais par un manque.

`PERSONNES` est la liste entière ; `habitants()`, `agents()`, `personne(cle)` la parcourent ;
`prenoms()` et `noms()` donnent ceux des figurants (aucun prénom n'est celui d'un membre de la distribution).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Personne:
    """Une personne fictive du cours.

    cle : nom court sans accent, unique (« lea »).
    age : en années, à la rentrée 2025 (0 à 120).
    situation : ce qu'il faut savoir d'elle pour la servir, en une phrase.
    role : sa place dans le récit.
    agent : vrai si elle travaille pour la mairie.
    but : ce qu'elle vient faire, ou ce qu'elle essaie de faire de son travail.
    proches : clés d'autres personnes de la distribution.
    Lève `ValueError` si la clé, le prénom ou l'âge sont absurdes.
    """

    cle: str
    prenom: str
    age: int
    situation: str
    role: str
    agent: bool
    but: str
    proches: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.cle.isidentifier() or not self.cle.isascii() or self.cle != self.cle.lower():
            raise ValueError(f"Clé « {self.cle} » : attendu un nom court en minuscules, sans accent ni espace.")
        if not self.prenom.strip():
            raise ValueError(f"Personne « {self.cle} » : il manque un prénom.")
        if isinstance(self.age, bool) or not isinstance(self.age, int) or not 0 <= self.age <= 120:
            raise ValueError(f"Personne « {self.cle} » : l'âge est un entier de 0 à 120, reçu {self.age!r}.")


def _habitant(cle, prenom, age, situation, role, but, *proches) -> Personne:
    return Personne(cle, prenom, age, situation, role, False, but, proches)


def _agent(cle, prenom, age, situation, role, but) -> Personne:
    return Personne(cle, prenom, age, situation, role, True, but)


PERSONNES: tuple[Personne, ...] = (
    # Les habitants
    _habitant(
        "lea",
        "Léa",
        3,
        "entre en petite section à l'école des Tilleuls",
        "enfant inscrite aux animations",
        "aller aux animations avec sa classe",
        "linh",
        "manuel",
        "karim",
    ),
    _habitant(
        "linh",
        "Linh",
        35,
        "travaille en horaires décalés ; a rempli la demande de Léa un jour de repos",
        "mère de Léa",
        "inscrire Léa et savoir à quoi s'en tenir avant la rentrée",
        "lea",
        "manuel",
    ),
    _habitant(
        "manuel",
        "Manuel",
        37,
        "magasinier, prévenu de ses horaires quinze jours avant",
        "père de Léa",
        "organiser les semaines de Léa",
        "lea",
        "linh",
    ),
    _habitant(
        "karim",
        "Karim",
        71,
        "n'a pas de smartphone, et n'en veut pas ; joignable sur un téléphone fixe",
        "voisin qui garde Léa quand rien d'autre n'est possible",
        "joindre quelqu'un sans écran",
        "lea",
    ),
    _habitant(
        "yanis",
        "Yanis",
        7,
        "en CE1 à l'école des Tilleuls",
        "enfant inscrit à la garderie du soir",
        "rester à la garderie du soir",
        "zofia",
    ),
    _habitant(
        "nour",
        "Nour",
        9,
        "en CM1 à l'école des Tilleuls",
        "enfant inscrite à la garderie du matin",
        "venir à la garderie du matin",
        "etienne",
    ),
    _habitant(
        "zofia",
        "Zofia",
        33,
        "lit mieux des phrases courtes, une idée à la fois",
        "mère de Yanis",
        "comprendre la réponse sans la faire relire",
        "yanis",
    ),
    _habitant(
        "etienne",
        "Étienne",
        44,
        "utilise l'ordinateur au clavier seul, sans souris",
        "père de Nour",
        "remplir une démarche jusqu'au bout au clavier",
        "nour",
    ),
    _habitant(
        "camille",
        "Camille",
        41,
        "un proche connaît très bien sa vie et son état civil",
        "personne dont on demande l'acte de naissance sans son accord",
        "garder ses papiers pour soi",
    ),
    _habitant(
        "teiva",
        "Teiva",
        17,
        "fait ses démarches sur son téléphone, entre deux cours",
        "participant de l'atelier",
        "suivre un dossier sans avoir à rappeler",
    ),
    _habitant(
        "margaux",
        "Margaux",
        19,
        "agacée qu'on lui parle en argot",
        "participante de l'atelier",
        "recevoir une réponse rapide et sérieuse",
    ),
    _habitant(
        "fatoumata",
        "Fatoumata",
        74,
        "ancienne dactylo : tape plus vite que tout le guichet",
        "usagère de la messagerie",
        "faire sa démarche en ligne en trois minutes",
    ),
    _habitant(
        "aurelie",
        "Aurélie",
        29,
        "s'exprime en langue des signes française (LSF)",
        "usagère du guichet",
        "parler à une personne sans passer par le téléphone",
    ),
    _habitant(
        "rayan",
        "Rayan",
        45,
        "lit l'écran avec un lecteur d'écran",
        "usager du site",
        "savoir ce que le service a répondu, au moment où il répond",
    ),
    _habitant(
        "nadege",
        "Nadège",
        52,
        "agrandit les pages à 200 % et force les contrastes",
        "usagère du site",
        "lire la page entière sans rien perdre",
    ),
    _habitant(
        "erin",
        "Erin",
        40,
        "apprend le français depuis un an",
        "usagère du guichet et du site",
        "être comprise, même avec des fautes",
    ),
    # Les agents
    _agent(
        "jean_mi",
        "Jean-Mi",
        61,
        "part bientôt, et ne l'a pas encore dit à son équipe",
        "agent de la voirie",
        "choisir le moment d'annoncer son départ",
    ),
    _agent(
        "gaspard",
        "Gaspard",
        48,
        "reçoit la boîte de dossiers de l'école et les saisit",
        "agent d'accueil du service périscolaire",
        "que rien de ce qu'il saisit ne se perde",
    ),
    _agent(
        "therese",
        "Thérèse",
        57,
        "connaît le logiciel et ses manies depuis son installation",
        "responsable du service périscolaire",
        "une réponse juste à chaque famille",
    ),
    _agent(
        "sofiane",
        "Sofiane",
        24,
        "vacataire, payé à l'heure de groupe ouvert",
        "animateur du centre de loisirs",
        "garder son groupe et ses heures",
    ),
    _agent(
        "ingrid",
        "Ingrid",
        50,
        "signe les actes et répond de ce qui sort de son registre",
        "officière d'état civil",
        "ne remettre un acte qu'aux personnes qui y ont droit",
    ),
    _agent(
        "solange",
        "Solange",
        39,
        "première voix de la mairie",
        "agente du standard",
        "pouvoir expliquer ce qu'elle annonce",
    ),
)

# Prénoms des figurants (les personnes des tables). Liste du cours, volontairement de toutes origines :
# un prénom est tiré au hasard, indépendamment de tout le reste.
_FIGURANTS: tuple[str, ...] = (
    "Abel", "Adama", "Agathe", "Aiko", "Alma", "Amadou", "Amina", "Anatole", "Andrea", "Anouk", "Aria", "Arthur",
    "Assia", "Ayoub", "Basma", "Bilal", "Blanche", "Bruno", "Célestin", "Chiara", "Clément", "Coline", "Dalila",
    "Daniel", "Diego", "Djibril", "Elif", "Élise", "Emma", "Enzo", "Esteban", "Eva", "Farah", "Félix", "Flora",
    "Gabriel", "Hana", "Haroun", "Héloïse", "Hugo", "Ibrahim", "Inaya", "Irène", "Isaac", "Ivan", "Jade", "Jonas",
    "Joséphine", "Kadiatou", "Kenji", "Lina", "Loane", "Louis", "Lucía", "Malo", "Mamadou", "Maria", "Mathis",
    "Mei", "Mehdi", "Milan", "Moana", "Naïm", "Nina", "Olga", "Oscar", "Paolo", "Priya", "Quentin", "Rania",
    "Romane", "Sacha", "Salomé", "Samir", "Sekou", "Selma", "Simon", "Tahia", "Tiago", "Timéo", "Ulysse",
    "Victoire", "Wassim", "Yasmine", "Yuna", "Zacharie", "Zélie", "Zoé",
)  # fmt: skip


# Noms de famille des figurants : tirés au hasard, sans lien avec le prénom ni avec quoi que ce soit d'autre.
_NOMS: tuple[str, ...] = (
    "Abadie", "Aguilar", "Almeida", "Andrieu", "Bakari", "Baptiste", "Barbier", "Benali", "Berger", "Bianchi",
    "Blanchard", "Bonnet", "Cardoso", "Carpentier", "Chen", "Clavel", "Coulibaly", "Delorme", "Diallo", "Dupuis",
    "Faure", "Ferreira", "Fischer", "Fontaine", "Garnier", "Gomes", "Guérin", "Haddad", "Horvath", "Ivanov",
    "Jacquet", "Kaya", "Keita", "Kowalski", "Lambert", "Leclerc", "Legrand", "Lopez", "Maillard", "Mansour",
    "Marchal", "Martel", "Mercier", "Monnier", "Moreira", "N'Diaye", "Nguyen", "Noël", "Novak", "Okafor", "Ortega",
    "Pelletier", "Petrov", "Poirier", "Rahmani", "Renaud", "Ricci", "Rossi", "Roussel", "Sanchez", "Silva", "Simon",
    "Tessier", "Touré", "Traoré", "Vasseur", "Vidal", "Weber", "Yilmaz", "Zola",
)  # fmt: skip


def habitants() -> tuple[Personne, ...]:
    """Les habitants de la distribution, dans l'ordre de la liste."""
    return tuple(p for p in PERSONNES if not p.agent)


def agents() -> tuple[Personne, ...]:
    """Les agents de la distribution, dans l'ordre de la liste."""
    return tuple(p for p in PERSONNES if p.agent)


def personne(cle: str) -> Personne:
    """La personne de cette clé. Lève `ValueError` (avec les clés connues) si elle n'existe pas."""
    for p in PERSONNES:
        if p.cle == cle:
            return p
    connues = ", ".join(p.cle for p in PERSONNES)
    raise ValueError(f"Personne inconnue : « {cle} ». Clés connues : {connues}.")


def presenter(cle: str) -> str:
    """« Solange, agente du standard »."""
    qui = personne(cle)
    return f"{qui.prenom}, {qui.role}"


def prenoms() -> tuple[str, ...]:
    """Les prénoms des figurants : uniques, disjoints de la distribution."""
    return _FIGURANTS


def noms() -> tuple[str, ...]:
    """Les noms de famille des figurants, tous différents."""
    return _NOMS

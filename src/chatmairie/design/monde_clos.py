"""Ce qu'une réponse de la mairie peut dire : ce que le dossier contient, comment s'y prendre, et de quoi être aimable.

Une phrase est portée si chacun de ses mots l'est : par un fait du dossier, par la façon de faire la démarche, ou par
la politesse ; et, sans aucun fait, si elle n'affirme rien du dossier. Une phrase qui dit autre chose (une place
réservée, une autre pièce, un âge demandé) est rendue à qui l'a écrite, avec le mot qui ne tient pas. La liste est du
cours, et bornée : sur des phrases écrites sans la lire, elle a refusé une phrase aimable sur quatre ; `AIMABLES`,
donnée à l'élève, en contient qui passent toujours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from chatmairie.design.lisibilite import mots, phrases
from chatmairie.design.public import JARGON
from chatmairie.design.registre import marques
from chatmairie.exigences import sans_accents

AIMABLES = (
    "Merci de votre patience.",
    "Nous vous prions de nous excuser pour cette attente.",
    "Nous comprenons que ce soit difficile.",
    "Prenez le temps qu'il vous faut.",
    "Vous n'êtes pas seul dans cette démarche.",
    "N'hésitez pas à nous écrire.",
    "Une personne peut vous aider à préparer votre dossier.",
    "Je ne peux pas promettre que votre demande sera acceptée.",
    "Nous restons à votre écoute.",
    "Bonne journée à vous.",
)
"""Des phrases qui n'annoncent rien que le dossier ne contienne : données à l'élève, admises telles quelles."""

# Des mots entiers.
_GRAMMAIRE = (
    "a abord afin ai ailleurs ainsi aller allez allons alors apres as assez au aucun aucune aura aurait aurez "
    "auriez aurions aurons auront aussi autre autres aux avant avec avez avoir avons ayez bas beaucoup c ca car "
    "ce ceci cela celle celui certain certaine certaines certains ces cet cette chaque chez ci comme comment d "
    "dans date dates de dehors deja dela depuis des deux devant devons dis disent disons dit dois doit doivent "
    "donc dont du durant elle en encore enfin entre envers es est et etaient etait ete etes etiez etions etre eux "
    "faire fais faisons fait faites fassiez fera ferai ferez ferons feront fois font hors ici il ils j jamais je "
    "jour jours jusqu jusque l la le les leur leurs loin lors lorsque lui m ma mais malgre me meilleur meilleure "
    "meme mes mienne moi moins mon mots n ne ni nos notre nous nul nulle on ont ou par parce parmi pas pendant "
    "peu peuvent photo photos plus plutot pour pourquoi pouvons prend prends prenons pu puis puisque puisse "
    "puissiez puissions qu quand quant que quel quelle quelles quelqu quelque quelques quels qui quiconque quoi "
    "rien s sa sache sachez sais sait sans sauf savent savons se selon sera serai serait serez seriez serions "
    "serons seront si sinon soi soit sommes son sont sous souvent soyez soyons suis sur t ta tandis tant te tel "
    "telle telles tels tenez tenir tenons tes tiens tient toi ton toujours tous tout toute toutefois toutes tres "
    "trop tu un une uns va vais vers veulent veut veux via voici voila vois voit vont vos votre voulons vous "
    "voyez voyons y "
)
# Des débuts de mots (des mots entiers, s'ils ont moins de quatre lettres).
_DEMARCHE = (
    "accueil action adress agent aid aider aidera aiderez aiderons ajout ami amie annexe appel apport apres arriv "
    "arrive arrivons attend attent attest avanc besoin bonne bouge bouton bureau calme cas chang charge chargee "
    "charges choisi choix chose choses clair clavier cle clef cocher collegu combien commenc communiqu complement "
    "completer completez comprendr compris compte concern confirm connait connaitr conserv consult contact "
    "contacter continu convenu convien copie corrig coup courriel courrier cours cout dat debut decid demand "
    "demandez demarch deplac depos derni des dessous dessus detail devez devoir devra difficult dir direct "
    "disponib disposition dit dites document donn dossier echang ecoute ecran ecri ecrire ecrit ecriv egalement "
    "endroit ensembl ensemble ensuite entend entree envo equipe erreur etap etape euro examin exempl explication "
    "expliqu explique facon faudra faut fin finir fourni gard garde garder gardons guichet guid guide habitant "
    "heure humain immediat importe indiqu inform information instant instruire intervi joign joindr joint jointe "
    "joints jour justificatif lecteur lentement lettre libre librem lieu lign ligne limit lira lire lirons lisent "
    "lisez lisons lu machin mail mains maintenant mairie maison manier manqu march matin ment merci mess messag "
    "met mettre midi mieux moindre moment montan moyen necessair necessit nom not note nouvell numer obteni occup "
    "ordre orient oubli ouvr papier papiers parl part parv pass pay pein permet permettr personn peu peut peuve "
    "peux piece pieces plusieur point portee poser possib post pourr pouv precis prefer prefere preferer prendr "
    "prenez prepar present preven prevoi prevu prix procedu proch proche proches propos proposer quelconque "
    "question range rapid rappel rappell rassembl recept recev recoi recu redig regl relat relir relira relirons "
    "relisez relisons relu remet remett remis remplac rencontr rendez renseign rep repond repons reprendr repris "
    "reprise responsabl rest restant retour retrouv reuni reveni reviendr revienn revient savez savoir sembl "
    "servi service seul seule seules seuls simpl situ situation solution somm souhait suffi suit suite suivant "
    "suivi sujet tel telephon temp tenir texte tiers trace trait tranquillem transmet transmis tri tromp trouv "
    "utile valab venez veni venir verif viens vient vite voi voie voir voulez vouloir "
)
_POLITESSE = (
    "attention retenu retient decourag froid justifier posez respectueusem salue saluons accueillir deplac telephoner "
    "accompagn accord agace agreab agreable agreer agreez aide aidee aides aimab aise allege amelior amical "
    "amicale amiti apais appreci assur attach attendr attenti auriez aviez avions belle bete betes bientot "
    "bienveill bienvenu bon bonheur bonjour bonne bonnes bonsoir bouscul bout bref brievem calmement certainem "
    "chaleur chaleureu chance cher chere clairem clarte coeur colere compliqu comprehen comprehensible compren "
    "compt confianc confus connaissan conscien content continuation cordial cordialit courag court courte courtes "
    "courts crain crainte deception decu decue delicat derang deranger desagrement desole desormais detaill "
    "diffic difficil digne dignite dire distinguees dommage douce douceu doux ecoute egard embarras enchant enerv "
    "ennui enormem ensembl envie eprouv esper esperan espere espoir essentiel etonn evidem excellent excus facheu "
    "facil facile facilit fatigant fatigu felicit fier fiere francais franch gen gene genes gens gentil "
    "gentillesse gentils gout grand grave habitude hesit heureu honnet honneur humainem humble ici idiot impatien "
    "import importan incomfort incommod infinim inquiet interet journe laisse laisser langage langue lassitude "
    "lente lisible long longs longue lourd lourde lourds lue lus madame mademoiselle mauvais meilleure meilleures "
    "meilleurs merite merveill mesdames messieurs mettr modest monde monsieur mot mots naturell navr navree "
    "occasionn oubliee paisib pardon parole paroles patien penib pens perdu perturb peur photo phrase phrases "
    "plaisir plus politesse pri prie prier prions pris prise profond quotidien rassur ravi ravie raviss reconfort "
    "regrett remerci respect respectu ressent resum resume retard revoir ridicul rythme salu salutation savoir "
    "semain sens senti sentiment sentir serein serenite serieu simple simples simplifi sincer sinceremen sincerit "
    "soigne soin soir soiree souci soucieu soulag souriant sourire soutien stress style supporte surpren surpris "
    "tard ton tracas tranquill tranquillite trist trouble utilite vacance veill veuill vie vivement voeux voix "
    "volonte volontier weekend "
)
_IA = (
    "artificiel artificielle assistant automat automatis bot calcul chatbot chatmairie conversationnel entraine i "
    "ia imit informatiqu intelligenc logiciel numeriqu ordinateur outil programm remplac robot simul systeme "
    "tromp verifie virtuel vrai vraie "
)
_LIMITES = (
    "accept decide decision dis engag garanti peser promess promet promettr refus "
)
_ADMINISTRATIF = (
    "appartient avons connaitre contretemps defaut delai droits duement dus echeant faisant fixe imparti "
    "moyennant pourvoir regret titre "
)


def _radicaux() -> tuple[frozenset[str], tuple[str, ...]]:
    lus = {m for m in f"{_DEMARCHE} {_POLITESSE} {_IA} {_LIMITES} {_ADMINISTRATIF}".split()}
    metier = {m for locution in JARGON for m in re.findall(r"[a-z]+", locution)}  # jugé ailleurs : `courtois_et_clair`
    courts = frozenset(_GRAMMAIRE.split()) | frozenset(m for m in lus if len(m) < 4) | metier
    return courts, tuple(m for m in lus if len(m) >= 4)


_EXACTS, _DEBUTS = _radicaux()
_SUITE = 7
"""Lettres qu'un radical peut recevoir de plus (« apport » : apporter, apporteriez)."""

_FAUSSES_NEGATIONS = re.compile(
    r"\b(?:ne|n')\s*(?:vous |lui |nous )?(?:manque|faut|coute|doit|devez)\b(?! (?:plus )?qu)"
)
_HORS = re.compile(
    r"\b(?:deux|trois|quatre|cinq|six|sept|huit|dix|quinze) (?:jours?|heures?|semaines?|mois|copies|euros?)\b|"
    r"\bpas besoin d|\ben regle\b|\bcopie suffit\b|\brien a (?!dire|craindre)\w+er\b"
)
_ETAT = re.compile(r"\b(?:est|sont|sera|seront|serez|etes|a ete|avez ete|ont ete|aurez)\b")
_SOI = re.compile(
    r"\b(?:je|j'|nous|on|il vous|ce n'est|ce sera|c'est|cela|ceci|cette|ce message|notre|ma|aucune question)\b|\?|"
    r"\bpas seule?s?\b|bonnes mains"
)
_CHIFFRE = re.compile(r"\d")
_LIMITE = re.compile(r"\b(?:dire|savoir|promettre|garantir|decider) (?:que|si) .*")


def non_portee(texte: str, contexte: Mapping[str, Any]) -> tuple[str, str]:
    """(phrase, mot) : la première phrase que rien ne porte, et le mot qui ne tient pas (vide : la phrase entière)."""
    portes = {m for cle, v in contexte.items() if v is not None and cle != "age" for m in _mots(str(v))}
    faits = portes - _EXACTS
    for phrase in phrases(_sans_contacts(texte, contexte)):
        if _net(phrase) in _NETTES:
            continue
        net = _LIMITE.sub("", _net(phrase))
        lus = _mots(phrase)
        inconnu = next((m for m in lus if not _connu(m) and m not in portes), "")
        fait = bool(faits & set(lus)) or "ici" in lus or _CHIFFRE.search(phrase)
        affirme = _ETAT.search(net) and not _SOI.search(net) and not fait
        if marques(phrase):
            continue  # un registre inadapté se juge ailleurs
        if inconnu or affirme or _FAUSSES_NEGATIONS.search(net) or _HORS.search(net):
            return " ".join(phrase.split()), inconnu
    return "", ""


def _net(phrase: str) -> str:
    return sans_accents(phrase.replace("’", "'")).strip(" .!?:")


_NETTES = frozenset(map(_net, AIMABLES))


def _sans_contacts(texte: str, contexte: Mapping[str, Any]) -> str:
    for fait in ("courriel", "telephone", "lieu"):
        texte = texte.replace(str(contexte[fait]), " ici ")
    return texte


def _mots(texte: str) -> list[str]:
    decoupes = (re.split(r"['’-]", m) for m in mots(texte))
    return [sans_accents(m) for morceaux in decoupes for m in morceaux if m and not m.isdigit()]


def _connu(mot: str) -> bool:
    return mot in _EXACTS or any(mot.startswith(d) and len(mot) - len(d) <= _SUITE for d in _DEBUTS)

"""Relire un message comme un monde fermé : chaque phrase doit venir de quelque part.

Une phrase vient de l'agenda (le titre, le lieu, le jour, l'heure d'une sortie), de ce que la personne a dit (l'accord
donné à l'agenda, ses goûts), de qui écrit, ou de la façon de dire non ; saluer et remercier est libre. Ce qui annonce,
promet ou demande autre chose est cité : « d'où cela vient-il ? ». Une liste de mots interdits oublie toujours celui que
l'on n'a pas imaginé ; ici, c'est ce qui n'est pas connu qui se voit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from chatmairie.campagne.monde import THEMES
from chatmairie.campagne.sms import pour_sms
from chatmairie.exigences import sans_accents

_MOIS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
_JOURS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_NOMS_DES_MOIS = "|".join([m[:3] for m in _MOIS if not m.startswith("jui")] + ["juin", "juil"])
_DATE = re.compile(
    r"\b20\d\d-(?P<m1>\d\d)-(?P<j1>\d\d)\b|"
    rf"\b(?P<j2>\d{{1,2}})(?:er)? (?P<m2>{_NOMS_DES_MOIS})[a-z]*\.?(?: 20\d\d)?|"
    r"\b(?P<j3>\d{1,2})[/.-](?P<m3>0?[1-9]|1[0-2])(?:[/.-](?:20)?\d\d)?\b(?!\s*h)|"
    rf"\b(?:le|les|et|du|{'|'.join(_JOURS)}) (?P<j4>\d{{1,2}})(?:er)?(?: du mois)?\b"
    rf"(?! ?(?:h\b|[:/.-]\d|{_NOMS_DES_MOIS}))"
)
_HEURE = re.compile(r"\b(?P<h>\d{1,2}) ?(?:h|heures?)\b ?(?P<m>\d\d)?|\b(?P<h2>\d{1,2}) ?(?:h|:)(?P<m2>\d\d)\b")

_OUTILS = frozenset(
    "a afin ai ainsi allez allons alors apres as au aucun aucune aura aurait aurez aurions aussi autant autre "
    "autres aux avant avec avez aviez avons bien c ca car cas ce ceci cela celle celui ces cet cette ceux chaque ci "
    "comme contre d dans de deja depuis des dessous dessus deux donc dont du e elle en encore enfin entre es est et "
    "etait ete etes etre eu eux faire fait faites fois grace ici il ils j jamais je jusqu l la le les leur leurs "
    "loin lors lui m ma mais me meme mes mieux moi moins mon n ne ni nos notamment notre nous nouveau ok on ont ou "
    "par parce parmi pas pendant peu peut plus plusieurs pour pourquoi pourrait pourrez pourriez pourrions pouvez "
    "pouvons pres puis qu quand quatre que quel quelle quelles quelque quelques quels qui quoi rien s sa sans se "
    "selon sera serai serait serez seriez serions serons ses si sinon soit sommes son sont sous suis sur surtout "
    "svp t ta tant tard te tel telle tels tes toi ton tot toujours tous tout toute toutefois toutes tres trois tu "
    "un une va vas vers vite voici voila volontiers vont vos votre vous vraiment y".split()
)
_DEBUTS = tuple(
    "abonn accept accompagn accord accueil actualit adapt adher adhesion affiche agenda agreable aim air ami amus "
    "annee annonc arret assist attend attention autoris autour avis balade beau belle bientot bienven bon bravo "
    "centre cess chaleur change chanter chantez charm chatmairie chaud cher chois citoyen coch coeur commune "
    "complet comprehen compris concitoyen confiance conseil consent contact contemps tent continu contre convi cordial "
    "correspond coucou courriel croiser cultur curieu curios date declar decouvert decouvr demand derang desabonn "
    "desactiv desinscri desir desol detail detente diffusion dire dispon distingu dit donn douce doux droit ecout "
    "ecri emervei emotion enchant end ensemble envie envoi envoy equipe escapade espe evasion evenement excellent "
    "excus exemple expo facile famille fete fidel fil fin flan formidable formulaire gai gens gentil gout grand gre "
    "guichet habitant hate hello hesit heure horaire idee impatien indiqu info inscri instant interes interet "
    "internet invit joie joli jour joyeu juste lettr libert librement lieu ligne liste livre lu madame magi magnifi "
    "mail mairie manqu matin meilleur merci mesdame message messieur mettre midi mille mois moment monde monsieur "
    "moral mot municip musique navre nombreux non note nouvelle numero occasion organis oui pardon parl part "
    "parvenu parvien passe patience pause pens personnalis personne petit plais plein possib prefer prend prenez "
    "presen preven prevoi prevu prochain proche profit programm propos public question rappel rate ravi rdv recev "
    "recoi recommand recu refus regard regret rejoi remerci rencontr rendez renseign repond reponse resili respectu "
    "rest retir retour retrouv reve revoir riez rire salut selection semaine sensation sentiment service sign "
    "simple sincer site sms soin soir sort souhait souri souscri souvenir spectacle stop suffi sugges suite suiv "
    "super tap tent texto theatr tiendra tient titre unique utilis venez venir verr vibr vien ville visite vivez "
    "vivre voir volont voul week".split()
)
"""Le début des mots dont un message peut se servir : qui écrit, ce que l'on annonce (« titre » : celui d'une sortie de
l'agenda), ce que la personne a dit, comment dire non, la politesse. Les petits mots sont dans `_OUTILS`."""

_AIMABLE = re.compile(
    r"(?:tres )?(?:bon|bonne|beau|belle|bravo|doux|douce|joli|au plaisir|a (?:tres|tout|bientot|vite)|[a-z]*ment votre|"
    r"merci(?! (?:de |d')[a-z]+(?:er|ir|re|oir)\b)|avec (?:toute|nos|tous)|toute l'equipe|"
    r"nous (?:esperons|restons|serions|serons|vous (?:remercions|souhaitons))|on (?:espere|compte)|envie|laissez|"
    r"regalez|savourez|partagez|le plaisir|un (?:bon|beau|joli|grand|doux) moment)\b[a-z ',-]{0,60}"
)
"""Une phrase aimable : ses mots sont libres, sauf ceux qui parlent de la vie de quelqu'un ou d'un droit."""
_INTIME = re.compile(
    r"anniversair|retrait|convalesc|guer|retabliss|sante|naissanc|bebe|enfant|mari|deuil|divorc|grossess|age|dossier|"
    r"place|aide|gratuit|offert|billet|cadeau|remise|reduc|paie|euro|acte\b|emploi|allocation|logement|handicap|malad"
)

_DE_LA_VILLE = re.compile(r"\b(mairie|ville|commune) (?:de |du |des |d')(?:la |l')?[a-z-]+")
"""« mairie de Saint-Exemple » : le nom de la ville n'a besoin de rien."""

_RAISON = re.compile(
    r"\b(accept|accord|demand|inscri|abonn|dit oui|oui a|chois|consent|souhait|autoris|declar|gout|aime|interet|"
    r"interess|prefer|coch|souscri|adher|voulu|sign)"
)
_ENTRE = r"[ ']+(?:[a-z]{1,4}[ ']+){0,3}"
_FAUX = re.compile(
    # une réponse, une inscription à une sortie, un rendez-vous que personne n'a demandés
    r"\b(?:est|sera|etait|demande|inscription) (?:ete |bien |deja )?(?:accept|retenu|inscri|complet)|"
    rf"\b(?:inscri|accept|demand|retenu|oui)[a-z]*{_ENTRE}(?:titre\b|ven|assist|particip|rendez)|"
    # un silence qui vaudrait un oui, un « STOP » qui n'en serait pas un, une réponse demandée pour autre chose
    r"\bne (?:repond|envoy)|\bsans (?:reponse|stop)|\bpas (?:[a-z]+ ){0,2}stop|"
    r"\b(?:repondez|repondre|reponds|envoyez|envoie|tapez|donnez|dites|indiquez|signalez)\b(?!.*\b(?:stop|non)\b)"
)
_NIE = re.compile(r"\b(?:n|ne|si|jamais|sans)\b(?:[ ']+[a-z]+){0,4}[ ']*$")


@dataclass(frozen=True)
class Lecture:
    """cites : les sorties vraiment annoncées (leur rang dans l'agenda, croissant). expediteur, raison, stop : vrai si
    le message le dit. raison_fausse : la phrase qui donne une raison que rien ne porte, ou vide. sans_source : la
    première phrase que rien ne porte, ou vide."""

    cites: list[int]
    expediteur: bool
    raison: bool
    stop: bool
    raison_fausse: str
    sans_source: str


def lire(texte: str, personne: Mapping[str, Any], agenda: list[dict[str, Any]]) -> Lecture:
    """Ce que ce message dit à cette personne, dans l'alphabet des SMS et sans chicaner sur les accents.

    agenda : ce que rend `faits`.
    """
    lu = _plat(texte.replace("\n", " . "))
    cites, faux = _annonces(lu, agenda)
    reste = _sans_les_faits(lu, personne, [agenda[i] for i in cites])
    phrases = [p.strip() for p in re.split(r"[.;!?]", reste) if re.search(r"[a-z0-9]", p)]
    sans_source = {p: mot for p in phrases if (mot := _sans_source(p))}
    raisons = [p for p in phrases if _donne_une_raison(p)]
    bonnes = [p for p in raisons if p not in sans_source]
    return Lecture(
        cites=sorted(set(cites)),
        expediteur=re.search(r"\b(mairie|ville|commune)\b", reste) is not None,
        raison=bool(bonnes),
        stop=re.search(r"\bstop\b", reste) is not None,
        raison_fausse=_citer(texte, sans_source[raisons[0]]) if raisons and not bonnes else "",
        sans_source=next((_citer(texte, mot) for mot in (*faux, *sans_source.values())), ""),
    )


def _citer(texte: str, mot: str) -> str:
    """La phrase du message où se lit ce mot, telle qu'elle est écrite."""
    phrases = [p.strip() for p in re.split(r"[.;!?\n](?!\d)", texte)]
    return next((p for p in phrases if re.search(rf"\b{re.escape(mot)}\b", _plat(p))), mot)


def _plat(texte: str) -> str:
    return sans_accents(pour_sms(texte))


def faits(evenements: pd.DataFrame) -> list[dict[str, Any]]:
    """L'agenda tel qu'un message peut le dire : titre, lieu, thème, (jour, mois), année, jour de la semaine, heure."""
    return [_fait(e) for e in evenements.to_dict("records")]


def _fait(e: Mapping[str, Any]) -> dict[str, Any]:
    heure, *minutes = re.findall(r"\d+", e["heure"])
    return {
        **{cle: _plat(e[cle]) for cle in ("titre", "lieu", "theme")},
        "date": (int(e["date"][8:10]), int(e["date"][5:7])),
        "annee": e["date"][:4],
        "jour": _JOURS[date.fromisoformat(e["date"]).weekday()],
        "heure": (int(heure), int(minutes[0]) if minutes else 0),
    }


# --- ce qui est annoncé -------------------------------------------------------------------------------


def _annonces(lu: str, agenda: list[dict[str, Any]]) -> tuple[list[int], list[str]]:
    """(rang des sorties annoncées, annonces fausses) : le titre, le lieu et le jour vont ensemble.

    Autant de titres, de lieux et de jours : le premier va avec le premier. Sinon, chacun va avec qui l'on veut.
    """
    titres = _trouver(lu, {e["titre"] for e in agenda})
    lieux = _trouver(lu, {e["lieu"] for e in agenda})
    dates = [_jour_et_mois(m) for m in _DATE.finditer(lu)]
    en_rang = len(titres) == len(lieux) == len(dates)
    cites, faux = [], []
    for i, titre in enumerate(titres):
        ces_lieux, ces_dates = (lieux[i : i + 1], dates[i : i + 1]) if en_rang else (lieux, dates)
        trouves = [
            rang
            for rang, e in enumerate(agenda)
            if e["titre"] == titre and e["lieu"] in ces_lieux and any(_meme_date(e["date"], d) for d in ces_dates)
        ]
        cites += trouves
        if not trouves:
            faux.append(titre)
    retenus = [agenda[i] for i in cites]
    faux += [m.group() for m, d in zip(_DATE.finditer(lu), dates, strict=True)
             if not any(_meme_date(e["date"], d) for e in retenus)]  # fmt: skip
    faux += [m.group() for m in _HEURE.finditer(_DATE.sub(" ", lu)) if _heure(m) not in {e["heure"] for e in retenus}]
    faux += [j for j in _JOURS if re.search(rf"\b{j}\b", lu) and j not in {e["jour"] for e in retenus}]
    faux += [lieu for lieu in lieux if lieu not in {e["lieu"] for e in retenus}]
    return cites, faux


def _trouver(lu: str, quoi: Iterable[str]) -> list[str]:
    """Ces textes, dans l'ordre où ils se lisent."""
    motif = "|".join(re.escape(q) for q in sorted(quoi, key=len, reverse=True))
    return re.findall(rf"\b(?:{motif})\b", lu)


def _jour_et_mois(m: re.Match[str]) -> tuple[int, int | None]:
    jour = next(int(m[f"j{i}"]) for i in range(1, 5) if m[f"j{i}"])
    if m["m2"]:
        return jour, next(i for i, nom in enumerate(_MOIS, 1) if nom.startswith(m["m2"]))
    mois = m["m1"] or m["m3"]
    return jour, int(mois) if mois else None


def _meme_date(date: tuple[int, int], dite: tuple[int, int | None]) -> bool:
    return date[0] == dite[0] and dite[1] in (None, date[1])


def _heure(m: re.Match[str]) -> tuple[int, int]:
    return int(m["h"] or m["h2"]), int(m["m"] or m["m2"] or 0)


# --- ce qui reste une fois les faits retirés ----------------------------------------------------------


def _sans_les_faits(lu: str, personne: Mapping[str, Any], cites: list[dict[str, Any]]) -> str:
    lu = _remplacer(lu, {e["titre"] for e in cites}, "titre")
    lu = _HEURE.sub(",", _DATE.sub(",", _remplacer(lu, {e["lieu"] for e in cites}, ",")))
    dits = {_plat(personne["prenom"]), *(_plat(g) for g in str(personne["interets"]).split(","))} - {""}
    dits |= {e[cle] for e in cites for cle in ("theme", "jour", "annee")} | ({str(len(cites))} if cites else set())
    return _DE_LA_VILLE.sub(r"\1", _remplacer(lu, dits, ","))


def _remplacer(lu: str, quoi: Iterable[str], par: str) -> str:
    motif = "|".join(re.escape(q) for q in sorted(quoi, key=len, reverse=True))
    return re.sub(rf"\b(?:{motif})s?\b", par, lu) if motif else lu


_THEMES = frozenset(sans_accents(t) for t in THEMES)


def _sans_source(phrase: str) -> str:
    """Le premier mot, ou nombre, que rien ne porte dans cette phrase, ou vide ; un genre de sorties que la personne n'a
    pas choisi en est un."""
    aimable = _AIMABLE.fullmatch(phrase) and not _INTIME.search(phrase)
    for mot in () if aimable else re.findall(r"[a-z]+|\d+", phrase):
        if mot.rstrip("s") in _THEMES or mot not in _OUTILS and not mot.startswith(_DEBUTS):
            return mot
    faux = _FAUX.search(phrase)
    return next((m for m in re.findall(r"[a-z]+", faux.group()) if m != "titre"), "") if faux else ""


def _donne_une_raison(phrase: str) -> bool:
    """Vrai si la phrase dit ce que la personne a voulu : ni « si vous souhaitez », ni ce qui suit « STOP »."""
    avant = phrase if re.search(r"\b(avez|as|etes|es)\b", phrase) else phrase.split("stop")[0]
    return any(not _NIE.search(avant[: m.start()]) for m in _RAISON.finditer(avant))

"""Les dessins du cours : du SVG écrit ici, d'un seul trait, sans visage humain et sans rien qui vienne d'ailleurs.

Chaque dessin porte son texte de remplacement ; ceux qui ne font qu'accompagner une phrase sont muets.
"""

from __future__ import annotations

from chatmairie.affichage.html import attribut

_ROUX, _FONCE, _CREME, _ENCRE = "#e89a4f", "#b8651f", "#fdf3e4", "#1b2430"
_TETE = (
    f'<path d="M8 22 6 5l11 7zM40 22l2-17-11 7z" fill="{_ROUX}" stroke="{_ENCRE}" stroke-width="1.6" '
    'stroke-linejoin="round"/>'
    f'<ellipse cx="24" cy="25" rx="18" ry="15.5" fill="{_ROUX}" stroke="{_ENCRE}" stroke-width="1.6"/>'
    f'<path d="M21 10v6M24 9.500v8M27 10v6" stroke="{_FONCE}" stroke-width="2" stroke-linecap="round"/>'
    f'<ellipse cx="24" cy="31" rx="8.500" ry="6" fill="{_CREME}"/>'
    f'<circle cx="17" cy="24" r="2.600" fill="{_ENCRE}"/><circle cx="31" cy="24" r="2.600" fill="{_ENCRE}"/>'
    '<circle cx="18" cy="23" r=".9" fill="#fff"/><circle cx="32" cy="23" r=".9" fill="#fff"/>'
    f'<path d="M22.400 28h3.200L24 30z" fill="{_FONCE}"/>'
    '<path d="M24 30c0 3-4 3.500-5 1.500M24 30c0 3 4 3.500 5 1.500M8 28l-7-1.500M8 31l-6.500 1.500M40 28l7-1.500'
    'M40 31l6.500 1.500" '
    f'fill="none" stroke="{_ENCRE}" stroke-width="1.200" stroke-linecap="round"/>'
)


def tete_du_chat(cote: int = 34) -> str:
    """La tête de ChatMairie, muette : son nom est écrit à côté."""
    return (
        f'<svg class="cm-tete" viewBox="0 0 48 44" width="{cote}" height="{cote * 44 // 48}" aria-hidden="true" '
        f'focusable="false">{_TETE}</svg>'
    )


def _nomme(vue: str, texte: str, dessin: str) -> str:
    return (
        f'<svg class="cm-dessin" viewBox="{vue}" role="img" aria-label="{attribut(texte)}" focusable="false">'
        f"{dessin}</svg>"
    )


COUVERTURE = "Un chat roux, assis devant une mairie au petit matin. Il porte l'écharpe tricolore du maire, et sourit."


def couverture() -> str:
    """Le chat à l'écharpe de maire, devant la mairie."""
    fenetres = "".join(
        f'<rect x="{x}" y="{y}" width="24" height="36" rx="12" fill="#ffe9b8" stroke="{_ENCRE}" stroke-width="1.600"/>'
        for y in (112, 164)
        for x in (352, 394, 494, 536)
    )
    colonnes = "".join(
        f'<rect x="{x}" y="108" width="9" height="96" fill="#fff" stroke="{_ENCRE}" stroke-width="1.600"/>'
        for x in (428, 475)
    )
    pave = "".join(f'<path d="M{x} 208l-14 52" stroke="#cdbfa6" stroke-width="1.500"/>' for x in range(30, 680, 62))
    return _nomme(
        "0 0 640 260",
        COUVERTURE,
        '<rect width="640" height="260" fill="#dcecf7"/><circle cx="92" cy="74" r="34" fill="#ffd98a"/>'
        '<path d="M0 150c70-34 132-20 190-4s120-30 210-14 160-8 240 10v70H0z" fill="#b9d3b0"/>'
        '<g fill="#fff" opacity=".9"><ellipse cx="200" cy="52" rx="46" ry="13"/>'
        '<ellipse cx="232" cy="43" rx="28" ry="12"/><ellipse cx="588" cy="46" rx="38" ry="11"/></g>'
        f'<g><rect x="336" y="96" width="240" height="112" fill="#f6e3c5" stroke="{_ENCRE}" stroke-width="2"/>'
        f'<path d="M326 98h260l-20-26H346z" fill="#7c8fa8" stroke="{_ENCRE}" stroke-width="2"/>'
        f'<path d="M404 96l52-46 52 46z" fill="#f6e3c5" stroke="{_ENCRE}" stroke-width="2" stroke-linejoin="round"/>'
        f'<circle cx="456" cy="80" r="11" fill="#fff" stroke="{_ENCRE}" stroke-width="1.600"/>'
        f'<path d="M456 74v6l4 3" fill="none" stroke="{_ENCRE}" stroke-width="1.600" stroke-linecap="round"/>'
        f'<path d="M456 50V22" stroke="{_ENCRE}" stroke-width="2"/>'
        '<path d="M457 22h10v13h-10z" fill="#1f4e9c"/><path d="M467 22h10v13h-10z" fill="#fff"/>'
        '<path d="M477 22h10v13h-10z" fill="#c8372d"/>'
        f"{fenetres}{colonnes}"
        f'<rect x="442" y="146" width="28" height="62" rx="14" fill="#8c5a2b" stroke="{_ENCRE}" stroke-width="1.600"/>'
        f'<rect x="420" y="97" width="72" height="15" fill="#fff" stroke="{_ENCRE}" stroke-width="1.400"/>'
        f'<text x="456" y="108.500" text-anchor="middle" font-family="Georgia,DejaVu Serif,serif" font-size="11" '
        f'letter-spacing="2" fill="{_ENCRE}">MAIRIE</text></g>'
        f'<rect y="206" width="640" height="54" fill="#e7dcc6"/>{pave}'
        f'<path d="M0 207h640" stroke="{_ENCRE}" stroke-width="1.600"/>'
        '<ellipse cx="206" cy="244" rx="96" ry="9" fill="#1b2430" opacity=".13"/>'
        f'<path d="M268 232c44 6 62-22 46-46-8-12-24-6-19 6 8 18-10 26-30 18z" fill="{_ROUX}" stroke="{_ENCRE}" '
        'stroke-width="2.400"/>'
        f'<path d="M140 242c-14-54 10-106 66-106s80 52 66 106z" fill="{_ROUX}" stroke="{_ENCRE}" stroke-width="2.400"/>'
        f'<path d="M178 242c-8-40 4-74 28-74s36 34 28 74z" fill="{_CREME}"/>'
        '<path d="M158 158l14-13 96 68-8 18z" fill="#1f4e9c"/><path d="M151 167l8-10 102 74-4 11h-4z" fill="#fff"/>'
        '<path d="M146 178l6-11 90 75h-16z" fill="#c8372d"/>'
        f'<path d="M172 145l96 68M146 178l80 64" fill="none" stroke="{_ENCRE}" stroke-width="1.600"/>'
        f'<path d="M186 242v-30M228 242v-30" stroke="{_ENCRE}" stroke-width="2" stroke-linecap="round"/>'
        f'<g transform="translate(132 34) scale(3.100)">{_TETE}</g>',
    )


GUICHET = "Un guichet : une vitre, une sonnette, et une personne, de l'autre côté, que l'on ne voit pas."
TELEPHONE_POSE = "Un téléphone posé sur une table, la nuit. L'écran est allumé ; un curseur attend."
PILE = "Une pile de dossiers sur un bureau ; ceux du dessous ne sont pas ouverts."


def guichet() -> str:
    """Le bureau où quelqu'un vient vous parler."""
    return _nomme(
        "0 0 320 96",
        GUICHET,
        '<rect width="320" height="96" rx="10" fill="#eef2f7"/>'
        f'<rect x="70" y="10" width="180" height="58" rx="6" fill="#fff" stroke="{_ENCRE}" stroke-width="2"/>'
        '<path d="M84 60l36-44M104 62l34-42" stroke="#cfdcea" stroke-width="4" stroke-linecap="round"/>'
        f'<path d="M136 52h48v16h-48z" fill="#dfe6ee" stroke="{_ENCRE}" stroke-width="1.600"/>'
        f'<rect x="26" y="68" width="268" height="22" rx="3" fill="#b98552" stroke="{_ENCRE}" stroke-width="2"/>'
        f'<path d="M222 66a14 14 0 0 1 28 0z" fill="#f2c14e" stroke="{_ENCRE}" stroke-width="1.600"/>'
        f'<path d="M236 52v-4" stroke="{_ENCRE}" stroke-width="3" stroke-linecap="round"/>'
        f'<rect x="46" y="58" width="40" height="8" rx="1" fill="#fff" stroke="{_ENCRE}" stroke-width="1.400"/>',
    )


def pile_de_dossiers(ouverts: int, fermes: int) -> str:
    """Une pile : les dossiers ouverts au-dessus, les autres au-dessous."""
    genres = ["#ffe9b8"] * min(ouverts, 3) + ["#c6d2e0"] * min(fermes, 4)
    couches = "".join(
        f'<rect x="{96 + 5 * (i % 3)}" y="{84 - 11 * (len(genres) - i)}" width="120" height="11" rx="2" fill="{g}" '
        f'stroke="{_ENCRE}" stroke-width="1.600"/>'
        for i, g in enumerate(genres)
    )
    return _nomme(
        "0 0 320 96",
        PILE,
        f'<rect width="320" height="96" rx="10" fill="#eef2f7"/>{couches}'
        f'<rect x="30" y="84" width="260" height="8" rx="2" fill="#b98552" stroke="{_ENCRE}" stroke-width="1.600"/>',
    )


def telephone_pose() -> str:
    """Un téléphone que plus personne ne lit."""
    return _nomme(
        "0 0 320 96",
        TELEPHONE_POSE,
        '<rect width="320" height="96" rx="10" fill="#1c2638"/><circle cx="276" cy="24" r="11" fill="#f4e6b2"/>'
        '<g fill="#fff" opacity=".7"><circle cx="40" cy="20" r="1.500"/><circle cx="84" cy="34" r="1.200"/>'
        '<circle cx="228" cy="16" r="1.300"/><circle cx="60" cy="56" r="1"/></g>'
        '<rect y="78" width="320" height="18" fill="#0f1725"/>'
        '<rect x="118" y="18" width="84" height="62" rx="9" fill="#0b1019" stroke="#8fa3bd" stroke-width="2"/>'
        '<rect x="124" y="25" width="72" height="48" rx="4" fill="#f3f6fa"/>'
        '<rect x="130" y="31" width="48" height="12" rx="6" fill="#9cc2ff"/>'
        '<rect x="130" y="52" width="2.500" height="14" fill="#1b2430"/>',
    )

"""L'aspect : les couleurs (claires et sombres), la feuille de style locale, le calcul des contrastes.

Le sens ne dépend jamais du style : JupyterLab retire `<style>`, `role` et `aria-*` d'un carnet non
approuvé, GitHub retire presque tout ; il reste alors du texte ordonné, aux couleurs du lecteur.
"""

from __future__ import annotations

CLAIR = {
    "fond": "#ffffff",
    "creux": "#f3f5f8",
    "texte": "#1b2430",
    "doux": "#4d5968",
    "trait": "#7c8796",
    "fin": "#d5dae1",
    "neutre": "#4d5968",
    "info": "#1f4e9c",
    "reussi": "#14633c",
    "revoir": "#9a3412",
    "lien": "#1f4e9c",
}
SOMBRE = {
    "fond": "#161b22",
    "creux": "#212934",
    "texte": "#e8edf3",
    "doux": "#b3bdca",
    "trait": "#77859a",
    "fin": "#3a4554",
    "neutre": "#b3bdca",
    "info": "#9cc2ff",
    "reussi": "#7fd6a4",
    "revoir": "#ffb38a",
    "lien": "#9cc2ff",
}

SERIES = ("#0b5fa5", "#c2500a", "#1b7f5c", "#8f3f7a", "#333333")
"""Couleurs des figures, sur fond blanc (famille d'Okabe et Ito, foncée pour tenir 3:1 au moins)."""
MOTIFS = ("", "///", "...", "xx", "\\\\\\")
MARQUES = ("o", "s", "^", "D", "v")
TRAITS = ("-", "--", "-.", ":", (0, (6, 2, 1, 2, 1, 2)))

_SOMBRE_SI = '[data-jp-theme-light="false"] .cm,.vscode-dark .cm,.vscode-high-contrast .cm'


def _variables(couleurs: dict[str, str]) -> str:
    return ";".join(f"--cm-{nom}:{valeur}" for nom, valeur in couleurs.items())


# Trois fois `.cm` : les règles de JupyterLab portent deux classes (`.jp-ThemedContainer .jp-RenderedHTMLCommon …`).
_REGLES = """
.cm,.cm *{box-sizing:border-box}
.cm{background:var(--cm-fond);color:var(--cm-texte);border:1px solid var(--cm-fin);
border-left:5px solid var(--cm-accent);
border-radius:6px;padding:.9em 1.1em;margin:.5em 0;max-width:46em;
font:15px/1.5 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;
overflow-wrap:anywhere;text-align:left}
.cm.cm-large{max-width:60em}
.cm.cm-revoir{border-left-style:double;border-left-width:7px}.cm.cm-nontraite{border-left-style:dashed}
.cm.cm.cm p,.cm.cm.cm ul,.cm.cm.cm ol,.cm.cm.cm dl{margin:.45em 0;padding:0;color:inherit;font-size:inherit;
line-height:inherit}
.cm.cm.cm ul,.cm.cm.cm ol{padding-left:1.4em}.cm.cm.cm li{margin:.2em 0;color:inherit}
.cm.cm.cm p.cm-titre{margin-top:0;font-size:1.12em;line-height:1.35}
.cm .cm-statut{display:inline-block;border:1.5px solid currentColor;border-radius:4px;padding:0 .5em;
margin-right:.5em;color:var(--cm-accent);font-weight:700;font-size:.92em;white-space:nowrap}
.cm.cm.cm p.cm-doux,.cm .cm-doux{color:var(--cm-doux);font-size:.93em}
.cm .cm-bloc{border-top:1px solid var(--cm-fin);margin-top:.8em;padding-top:.35em}
.cm.cm.cm dl{display:block}
.cm.cm.cm dt,.cm.cm.cm dd{display:block;float:none;width:auto;padding:0}
.cm.cm.cm dt{font-weight:600;color:var(--cm-doux);font-size:.93em;font-style:normal;margin:.4em 0 0}
.cm.cm.cm dd{margin:0;color:inherit}
.cm.cm.cm code,.cm.cm.cm pre{font:13px/1.5 ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;
background:var(--cm-creux);color:var(--cm-texte);border-radius:3px}
.cm.cm.cm code{padding:.1em .3em}.cm.cm.cm pre{padding:.5em .7em;margin:.4em 0;white-space:pre-wrap}
.cm.cm.cm pre code{padding:0}
.cm.cm.cm a,.cm.cm.cm a:link,.cm.cm.cm a:visited{color:var(--cm-lien);text-decoration:underline}
.cm summary{cursor:pointer;font-weight:600;padding:.2em 0}
.cm summary:focus-visible,.cm a:focus-visible,.cm [tabindex]:focus-visible{outline:3px solid var(--cm-info);
outline-offset:2px}
@media (max-width:420px){.cm{padding:.7em .8em}}
.cm .cm{border-width:0;padding:.2em 0;margin:.6em 0;max-width:none;background:none}
"""
_REGLES_TABLEAU = """
.cm .cm-defile{overflow-x:auto;max-width:100%}
.cm.cm.cm table{border-collapse:collapse;border:0;margin:.3em 0;width:auto;min-width:min(100%,24em);max-width:100%;
font-size:.95em;
color:inherit;table-layout:auto;background:none}
.cm.cm.cm caption{caption-side:top;text-align:left;font-weight:600;color:inherit;padding:0 0 .4em;font-size:1.02em}
.cm.cm.cm thead{border:0;background:none}
.cm.cm.cm tr,.cm.cm.cm tbody tr:nth-child(odd),.cm.cm.cm tbody tr:hover{background:none;border:0}
.cm.cm.cm th,.cm.cm.cm td{border:0;border-bottom:1px solid var(--cm-fin);padding:.32em 1.2em .32em 0;text-align:left;
vertical-align:top;color:inherit;font-weight:400;white-space:normal;max-width:28em}
@media (max-width:420px){.cm.cm.cm th,.cm.cm.cm td{padding-right:.7em}}
.cm.cm.cm thead th{font-weight:600;border-bottom:2px solid var(--cm-trait);color:var(--cm-doux);vertical-align:bottom;
overflow-wrap:normal}
.cm.cm.cm tbody th{font-weight:600}
.cm.cm.cm td.cm-n,.cm.cm.cm th.cm-n{text-align:right;font-variant-numeric:tabular-nums}
.cm.cm.cm td.cm-n{white-space:nowrap}
.cm.cm.cm .cm-defile[tabindex] td,.cm.cm.cm .cm-defile[tabindex] th{overflow-wrap:normal;min-width:5em}
"""
_REGLES_FIGURE = """
.cm.cm.cm figure{margin:0}.cm.cm.cm figcaption{font-weight:600;font-size:1.05em;margin-bottom:.4em;color:inherit}
.cm.cm.cm img{max-width:100%;height:auto;background:#fff;border-radius:4px;display:block;margin:0}
"""

# Les formes portent le sens (bords, tirets, côtés) : il reste tout quand les couleurs sont forcées, ou l'encre noire.
_REGLES_SCENE = """
.cm.cm-scene{border:0;padding:.2em 0;background:none}
.cm .cm-fenetre{border:2px solid var(--cm-trait);border-radius:16px;overflow:hidden;max-width:38em;
background:var(--cm-fond);break-inside:avoid}
.cm .cm-barre{display:flex;gap:.7em;align-items:center;padding:.45em .9em;background:#1f3a6e;color:#fff;
border-bottom:2px solid var(--cm-trait)}
.cm.cm.cm .cm-barre p{margin:0;line-height:1.3}.cm .cm-sous{display:block;font-size:.86em;color:#dbe6fb}
.cm .cm-tete{flex:none;background:#fff;border-radius:50%;padding:2px;box-sizing:content-box}
.cm .cm-dedans{padding:.8em .9em}
.cm.cm.cm ol.cm-fil{list-style:none;padding:0;margin:0;display:flex;flex-direction:column;gap:.55em}
.cm.cm.cm .cm-fil li{margin:0;max-width:88%;width:fit-content;padding:.5em .9em;border:1.5px solid var(--cm-trait);
border-radius:1.1em;background:var(--cm-creux)}
.cm.cm.cm .cm-fil li.cm-ia{border-color:var(--cm-info);border-bottom-left-radius:.15em}
.cm.cm.cm .cm-fil li.cm-moi{align-self:flex-end;border-bottom-right-radius:.15em;background:var(--cm-fond)}
.cm.cm.cm .cm-fil li.cm-geste{align-self:center;border-style:dashed;background:none;color:var(--cm-doux);
font-size:.93em}
.cm.cm.cm .cm-fil li.cm-attend{border-style:dotted;background:none;color:var(--cm-doux)}
.cm .cm-curseur{display:inline-block;width:2px;height:1.1em;background:currentColor;vertical-align:text-bottom}
@media (prefers-reduced-motion:no-preference){.cm .cm-curseur{animation:cm-clignote 1.2s steps(1) infinite}}
@keyframes cm-clignote{50%{opacity:0}}
.cm.cm.cm dl.cm-cases{display:flex;flex-wrap:wrap;gap:.6em;margin:0 0 .6em}
.cm.cm.cm .cm-cases div{flex:1 1 9em;border:1.5px solid var(--cm-fin);border-radius:10px;padding:.5em .8em}
.cm.cm.cm .cm-cases dt{margin:0}.cm.cm.cm .cm-cases dd{font-size:1.5em;font-weight:700;line-height:1.25}
.cm .cm-eteint{background:#0b1019;color:#e8edf3;border-radius:8px;padding:1.2em 1em}
.cm.cm.cm .cm-eteint dt{color:#b3bdca}
.cm .cm-telephone{border:3px solid var(--cm-trait);border-radius:1.6em;padding:1em 1.1em;max-width:26em;
background:var(--cm-fond)}
.cm.cm.cm ol.cm-recus{list-style-position:inside;padding:0;margin:0}
.cm.cm.cm .cm-recus li{background:var(--cm-creux);border:1px solid var(--cm-fin);border-radius:1em;padding:.5em .9em;
margin:.4em 0}
.cm .cm-lettre{border:1.5px solid var(--cm-trait);border-top-width:8px;border-radius:3px;padding:1em 1.3em;
max-width:34em;background:var(--cm-fond);font-family:Georgia,"DejaVu Serif",serif;break-inside:avoid}
.cm.cm.cm .cm-lettre p{line-height:1.55}.cm.cm.cm p.cm-signe{text-align:right;margin-top:1em}
.cm .cm-dessin{display:block;width:100%;max-width:38em;height:auto;border-radius:10px;margin:.4em 0}
.cm.cm.cm p.cm-parole{border-left:4px solid var(--cm-info);padding:.2em 0 .2em .9em;font-size:1.12em;max-width:34em}
.cm .cm-page{display:block;max-width:100%;height:17em;border:2px solid var(--cm-trait);border-radius:8px;
background:#fff;resize:both;overflow:auto}
.cm .cm-points{display:flex;flex-wrap:wrap;gap:.4em 2.4em}.cm .cm-moment{flex:0 1 auto;min-width:min(100%,15em);
max-width:32em}
.cm .cm-groupe svg{display:block;max-width:100%;height:auto}
.cm .cm-points path{fill:none;stroke-linecap:round;stroke-dasharray:0 12;stroke:var(--cm-revoir);stroke-width:9.5}
.cm.cm .cm-p1{stroke-width:8.8}.cm.cm .cm-p3{stroke:var(--cm-info)}.cm.cm .cm-p0{stroke:var(--cm-fond);stroke-width:6.1}
.cm.cm .cm-p4{stroke:var(--cm-neutre);stroke-width:7;stroke-linecap:butt;stroke-dasharray:7 5}
.cm.cm .cm-p5{stroke-dasharray:none;stroke-linecap:butt;stroke-width:1.7}
@media (forced-colors:active){.cm .cm-points path{stroke:CanvasText}.cm.cm .cm-p0{stroke:Canvas}
.cm .cm-barre{border-bottom:2px solid CanvasText}}
.cm .cm-gestes{margin:.7em 0 .2em;color:var(--cm-doux)}
.cm .cm-affiche{--cm-lien:#1f4e9c;--cm-texte:#1b2430;background:#fdf8ef;color:#1b2430;border:2px solid #1b2430;
border-radius:16px;overflow:hidden;max-width:60em}
.cm .cm-affiche .cm-dessin{max-width:none;border-radius:0;margin:0}
.cm .cm-affiche .cm-dedans{padding:.6em 1.4em 1.2em}
.cm.cm.cm p.cm-grand{font:700 clamp(1.5em,8vw,2.4em)/1.1 Georgia,"DejaVu Serif",serif;margin:.2em 0}
.cm.cm.cm .cm-affiche .cm-parole{border-color:#c8372d}
.cm.cm.cm ol.cm-etapes{list-style:none;padding:0;margin:1em 0;display:grid;gap:.7em;
grid-template-columns:repeat(auto-fill,minmax(min(100%,12em),1fr));}
.cm.cm.cm .cm-etapes li{margin:0;padding:.6em .8em;border:1.5px solid #1b2430;border-radius:10px;background:#fff;
color:#1b2430;line-height:1.35}
.cm.cm.cm .cm-etapes a{font-weight:700}.cm .cm-minutes{font-size:.88em;color:#4d5968}
"""


def feuille(tableau: bool = False, figure: bool = False, scene: bool = False) -> str:
    """La feuille de style locale, la plus courte qui suffise."""
    regles = _REGLES + (_REGLES_TABLEAU if tableau or figure else "") + (_REGLES_FIGURE if figure else "")
    regles += _REGLES_SCENE if scene else ""
    accents = "".join(f".cm-{n}{{--cm-accent:var(--cm-{c})}}" for n, c in _ACCENTS.items())
    tete = f".cm{{{_variables(CLAIR)};--cm-accent:var(--cm-neutre)}}{_SOMBRE_SI}{{{_variables(SOMBRE)}}}"
    return "<style>" + (tete + accents + regles).replace("\n", "") + "</style>"


_ACCENTS = {"revoir": "revoir", "reussi": "reussi", "nontraite": "neutre", "info": "info"}


def contraste(une: str, autre: str) -> float:
    """Rapport de contraste WCAG 2 entre deux couleurs « #rrggbb » (de 1 à 21).

    Lève `ValueError` si une couleur n'est pas de cette forme.
    """
    claire, sombre = sorted((_luminance(une), _luminance(autre)), reverse=True)
    return (claire + 0.05) / (sombre + 0.05)


def _luminance(couleur: str) -> float:
    if len(couleur) != 7 or not couleur.startswith("#"):
        raise ValueError(f"« {couleur} » : on attend une couleur comme #1f4e9c.")
    try:
        canaux = [int(couleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    except ValueError:
        raise ValueError(f"« {couleur} » : on attend une couleur comme #1f4e9c.") from None
    lineaires = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in canaux]
    return 0.2126 * lineaires[0] + 0.7152 * lineaires[1] + 0.0722 * lineaires[2]

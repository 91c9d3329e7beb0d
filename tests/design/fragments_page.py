"""Des pages bonnes et mauvaises, pour comparer le juge d'une page à axe-core : ce que l'un et l'autre y voient.

Une page = la bonne, où une seule chose change. `ici` : codes attendus du juge ; `axe` : identifiants attendus d'axe.
"""

from __future__ import annotations

from dataclasses import dataclass

BONNE = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie, l'assistant de la mairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 1rem/1.5 sans-serif; color: #1b2430; background: #ffffff; margin: 1rem auto; max-width: 40rem; }
.erreur { color: #9a3412; }
:focus-visible { outline: 3px solid #1f4e9c; }
</style></head>
<body><main>
<h1>ChatMairie</h1>
<p>Je suis une IA. Pour parler à une personne : <a href="tel:0500000000">05 00 00 00 00</a>, ou l'accueil.</p>
<h2>Conversation</h2>
<div role="log" aria-label="Conversation"><p><strong>Vous :</strong> Où déposer mon dossier ?</p>
<p><strong>ChatMairie :</strong> Vous pouvez le déposer à l'accueil, avant le 12 mars.</p></div>
<form><p><label for="q">Votre question</label>
<textarea id="q" aria-describedby="e" aria-invalid="true"></textarea></p>
<p id="e" class="erreur">Écrivez votre question avant d'envoyer.</p>
<p><button type="submit">Envoyer</button></p></form>
</main></body></html>"""


@dataclass(frozen=True)
class Fragment:
    """Un changement de la bonne page : ce que l'on remplace, par quoi, et ce que chacun y voit."""

    nom: str
    avant: str
    apres: str
    ici: frozenset[str] = frozenset()
    axe: frozenset[str] = frozenset()

    @property
    def html(self) -> str:
        assert self.avant in BONNE, self.nom
        return BONNE.replace(self.avant, self.apres)


def _f(nom: str, avant: str, apres: str, ici: str = "", axe: str = "") -> Fragment:
    return Fragment(nom, avant, apres, frozenset(ici.split()), frozenset(axe.split()))


_CHAMP = '<label for="q">Votre question</label>\n<textarea id="q" aria-describedby="e" aria-invalid="true"></textarea>'
_BOUTON = '<button type="submit">Envoyer</button>'
_JOURNAL = '<div role="log" aria-label="Conversation">'
_STYLE = ":focus-visible { outline: 3px solid #1f4e9c; }"
_TITRE = "<h2>Conversation</h2>"

FRAGMENTS = (
    # --- de bonnes pages, écrites autrement
    _f("identique", "<main>", "<main>"),
    _f("status_poli", _JOURNAL, '<div role="status" aria-label="Conversation">'),
    _f("aria_live_poli", _JOURNAL, '<div aria-live="polite">'),
    _f("etiquette_englobante", _CHAMP, '<label>Votre question <textarea aria-describedby="e"></textarea></label>'),
    _f("aria_label", _CHAMP, '<textarea id="q" aria-label="Votre question" aria-describedby="e"></textarea>'),
    _f("aria_labelledby", _CHAMP, '<span id="n">Votre question</span><textarea aria-labelledby="n"></textarea>'),
    _f("image_decorative", _TITRE, f'<img src="data:," alt="">{_TITRE}'),
    _f("image_decrite", _TITRE, f'<img src="data:," alt="Plan : la mairie est place du Marché">{_TITRE}'),
    _f("icone_muette", _BOUTON, '<button type="submit"><span aria-hidden="true">→</span> Envoyer</button>'),
    _f(
        "sombre",
        "color: #1b2430; background: #ffffff;",
        "color: #eeeeee; background: #161b22;",
        "contraste",
        "color-contrast",
    ),
    _f("grand_texte_gris", _TITRE, '<h2 style="color:#8a8a8a;font-size:1.6rem">Conversation</h2>', "contraste"),
    _f("main_par_role", "<main>", '<main role="main">'),
    _f("lecture_facile", _TITRE, f'{_TITRE}<p style="max-width:45ch;width:600px">Texte court.</p>', "deborde"),
    _f("image_souple", _TITRE, f'<img src="data:," alt="" width="900" style="max-width:100%">{_TITRE}'),
    # --- des fautes que les deux voient
    _f("sans_langue", ' lang="fr"', "", "langue", "html-has-lang"),
    _f(
        "sans_titre_de_page",
        "<title>ChatMairie, l'assistant de la mairie</title>",
        "",
        "titre_de_page",
        "document-title",
    ),
    _f("zoom_interdit", "initial-scale=1", "initial-scale=1, user-scalable=no", "zoom_interdit", "meta-viewport"),
    _f("zoom_borne", "initial-scale=1", "maximum-scale=1.0", "zoom_interdit", "meta-viewport"),
    _f("champ_nu", _CHAMP, '<textarea id="q"></textarea>', "champ_sans_etiquette", "label"),
    _f("bouton_vide", _BOUTON, '<button type="submit"></button>', "commande_sans_nom", "button-name"),
    _f("lien_vide", ">05 00 00 00 00</a>", "></a>", "commande_sans_nom", "link-name"),
    _f("image_nue", _TITRE, f'<img src="data:,x.png">{_TITRE}', "image_sans_texte", "image-alt"),
    _f("gris_pale", "color: #9a3412", "color: #bbbbbb", "contraste", "color-contrast"),
    _f("gris_pale_en_ligne", "<p>Je suis", '<p style="color:#aaa">Je suis', "contraste", "color-contrast"),
    _f("variable_pale", _STYLE, ":root{--t:#cccccc} p{color:var(--t)}" + _STYLE, "style_inconnu", "color-contrast"),
    _f("role_invente", _JOURNAL, '<div role="conversation" aria-live="polite">', "role_inconnu", "aria-roles"),
    _f(
        "recharge",
        '<meta charset="utf-8">',
        '<meta charset="utf-8"><meta http-equiv="refresh" content="20">',
        "rien_ne_presse",
        "meta-refresh",
    ),
    _f("bouton_muet", _BOUTON, f'<div aria-hidden="true">{_BOUTON}</div>', "muet", "aria-hidden-focus"),
    # --- des fautes qu'axe ne compte pas parmi les violations WCAG A et AA
    _f("titre_comme_etiquette", _CHAMP, '<textarea id="q" title="Votre question"></textarea>', "champ_sans_etiquette"),
    _f("placeholder_seul", _CHAMP, '<textarea id="q" placeholder="Votre question"></textarea>', "champ_sans_etiquette"),
    _f("bouton_fleche", _BOUTON, "<button>➤</button>", "commande_sans_nom"),
    _f("div_bouton", _BOUTON, '<div onclick="envoyer()">Envoyer</div>', "souris_seule rien_ne_part"),
    _f("faux_bouton", _BOUTON, '<span role="button" onclick="envoyer()">Envoyer</span>', "souris_seule rien_ne_part"),
    _f("bouton_qui_n_envoie_rien", _BOUTON, '<button type="button">Envoyer</button>', "rien_ne_part"),
    _f("opacite", _STYLE, "main { opacity: 1; }" + _STYLE, "style_inconnu"),
    _f("attribut", "<p>Je suis", '<p translate="no">Je suis', "attribut_inconnu"),
    _f("element", _TITRE, f"<canvas></canvas>{_TITRE}", "element_inconnu"),
    _f("coupe_la_parole", _JOURNAL, '<div role="log" aria-live="assertive">', "reponse_non_annoncee coupe_la_parole"),
    _f("rien_annonce", _JOURNAL, "<div>", "reponse_non_annoncee"),
    _f("saut_du_curseur", _JOURNAL, '<div role="log" tabindex="-1" autofocus>', "curseur_deplace"),
    _f("ordre_force", _BOUTON, '<button type="submit" tabindex="3">Envoyer</button>', "ordre_force"),
    _f("largeur_fixe", _STYLE, "main { width: 700px; }" + _STYLE, "deborde"),
    _f("largeur_minimale", _JOURNAL, '<div role="log" style="min-width:500px">', "deborde"),
    _f("hauteur_fixe", _JOURNAL, '<div role="log" style="height:60px;overflow:hidden">', "style_inconnu"),
    _f("sans_contour", _STYLE, "*:focus { outline: none; }", "focus_invisible"),
    _f("sans_h1", "<h1>ChatMairie</h1>", "<p>ChatMairie</p>", "titres"),
    _f("titre_saute", _TITRE, "<h4>Conversation</h4>", "titres"),
    _f("sans_principal", "<main>", "<div>", "principal"),
    _f("sans_petit_ecran", '<meta name="viewport" content="width=device-width, initial-scale=1">', "", "petit_ecran"),
    _f("erreur_perdue", 'aria-describedby="e"', 'aria-describedby="ailleurs"', "reference_perdue erreur_muette"),
    _f("couche_exterieure", "</head>", '<script src="https://exemple.invalid/couche.js"></script></head>', "exterieur"),
    _f("nom_de_fichier", _TITRE, f'<img src="data:," alt="plan.png">{_TITRE}', "image_sans_texte"),
    _f("minuscule", "<p>Je suis", '<p style="font-size:9px">Je suis', "style_inconnu"),
    _f("texte_coupe", "<p>Je suis", '<p style="white-space:nowrap">Je suis', "deborde"),
)

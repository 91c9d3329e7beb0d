"""Les espaces insécables sont posées dans le texte, et nulle part ailleurs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatmairie.langue.typographie import poser_les_espaces

N = "\u00a0"


@pytest.mark.parametrize(
    ("avant", "apres"),
    [
        ("Vraiment ?", f"Vraiment{N}?"),
        ("Vraiment?", f"Vraiment{N}?"),
        ("Quoi ?! Non !!", f"Quoi{N}?! Non{N}!!"),
        ("un ; deux : trois", f"un{N}; deux{N}: trois"),
        ("« Mon REUF »", f"«{N}Mon REUF{N}»"),
        ("«Mon REUF»", f"«{N}Mon REUF{N}»"),
        ("« Quoi ? »", f"«{N}Quoi{N}?{N}»"),
        ("« Quoi ? ».", f"«{N}Quoi{N}?{N}»."),
        ("**Attention :** suite", f"**Attention{N}:** suite"),
        ("**Attention** : suite", f"**Attention**{N}: suite"),
        ("`code` : suite", f"`code`{N}: suite"),
        ("`code`? oui", f"`code`{N}? oui"),
        ("97 % et 3 €", f"97{N}% et 3{N}€"),
        ("12 345 678 familles", f"12{N}345{N}678 familles"),
        ("# Titre : la suite ?", f"# Titre{N}: la suite{N}?"),
        ("- puce : oui", f"- puce{N}: oui"),
        ("> cité : « oui »", f"> cité{N}: «{N}oui{N}»"),
        ("| a : b | c ? |\n|:--|--:|\n| d: | e |", f"| a{N}: b | c{N}? |\n|:--|--:|\n| d{N}: | e |"),
        ("[Lire : la loi](https://a.fr/x?y=1;z:2) !", f"[Lire{N}: la loi](https://a.fr/x?y=1;z:2){N}!"),
        ("déjà&nbsp;: oui", f"déjà{N}: oui"),
        ("fin de ligne :\nsuite", f"fin de ligne{N}:\nsuite"),
        ("<p>Bloc : oui ?</p>", f"<p>Bloc{N}: oui{N}?</p>"),
    ],
)
def test_les_espaces_sont_posees(avant, apres):
    assert poser_les_espaces(avant) == apres


@pytest.mark.parametrize(
    "intact",
    [
        "`a ? b : c`",
        "``a ` b ; c``",
        "```python\nx = {1 : 2} ; y = a if b else c ?\n```",
        "~~~\na : b\n~~~",
        "Texte.\n\n    x : y ; z\n",
        "à 10:30 précises",
        "https://exemple.fr/a;b?c=1:2",
        "<https://exemple.fr/a?b>",
        '<span style="color: red; margin: 0">mot</span>',
        "<!-- note : pour nous ; rien -->",
        "<pre>a : b ; c ?</pre>",
        "$x : y$",
        "&amp; &lt; suite",
        "![Une image](chemin:x.png)",
        "[ref]: https://exemple.fr/?a",
        "| a | b |\n|:---|---:|\n| 1 | 2 |",
        "",
        "2 000000",
    ],
)
def test_ce_qui_n_est_pas_du_texte_reste_intact(intact):
    assert poser_les_espaces(intact) == intact


@settings(max_examples=300, derandomize=True)
@given(st.text(alphabet=" \n;:?!«»`*_|[]()<>&#-.aé9\u00a0$\\", max_size=60))
def test_recommencer_ne_change_rien_et_rien_ne_disparait(brut):
    une = poser_les_espaces(brut)
    assert poser_les_espaces(une) == une

    def sans_espaces(t: str) -> str:
        return "".join(t.split())

    assert sans_espaces(une) == sans_espaces(brut)
    assert une.count("\n") == brut.count("\n")

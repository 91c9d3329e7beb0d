"""De bonnes réponses écrites autrement : le juge regarde les conséquences, pas la façon d'écrire.

Chaque texte est une cellule de réponse, comme dans la banque ; tous doivent avoir le plein.
"""

from __future__ import annotations

import pytest

from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from outils import banque

pytestmark = pytest.mark.lent

TAUX = {
    "index_trie_autrement": "return R.groupby(archives[par]).mean().sort_values()",
    "categories": "return R.groupby(archives[par].astype('category'), observed=True).mean()",
    "float32": "return R.groupby(archives[par]).mean().astype('float32')",
    "nombres_nullables": "return R.groupby(archives[par]).mean().astype('Float64')",
    "objets": "return R.groupby(archives[par]).mean().astype(object)",
    "arrondi_au_centieme": "return R.groupby(archives[par]).mean().round(2)",
    "par_liste": "return archives.assign(r=R).groupby([par])['r'].mean()",
    "apply": "return archives.groupby(par)['decision'].apply(lambda d: (d == 'refuse').sum() / len(d))",
    "value_counts": "return archives.groupby(par)['decision'].value_counts(normalize=True).unstack()['refuse']",
    "xs": "return archives.groupby(par)['decision'].value_counts(normalize=True).xs('refuse', level=1)",
    "transform": "t = archives.assign(r=R); t['m'] = t.groupby(par)['r'].transform('mean')\n"
    "    return t.drop_duplicates(par).set_index(par)['m']",
    "pivot": "return archives.assign(r=R).pivot_table(index=par, values='r')['r']",
    "rapport": "return archives[R].groupby(par).size() / archives.groupby(par).size()",
    "map_0_1": "return archives['decision'].map({'refuse': 1, 'accepte': 0}).groupby(archives[par]).mean()",
    "numpy": "import numpy as np\n    g = np.unique(archives[par])\n"
    "    return pd.Series(np.array([R[archives[par] == x].mean() for x in g]), index=g)",
    "dict_en_serie": "return pd.Series({g: (t['decision'] == 'refuse').mean() for g, t in archives.groupby(par)})",
    "nom_change": "return R.groupby(archives[par]).mean().rename('taux').rename_axis('groupe')",
    "total_en_plus": "t = R.groupby(archives[par]).mean(); t.loc['total'] = R.mean(); return t",
    "change_son_entree": "archives['decision'] = R; return archives.groupby(par)['decision'].mean()",
    "affiche_aussi": "t = R.groupby(archives[par]).mean(); print(t); return t",
}
ENQUETER = {
    "ensemble": "{'jour': jour, 'motif': motif, 'substituts': {'code_file', 'num_ticket'}}",
    "tuple": "{'jour': jour, 'motif': motif, 'substituts': ('num_ticket', 'code_file')}",
    "index": "{'jour': jour, 'motif': motif, 'substituts': pd.Index(['num_ticket', 'code_file'])}",
    "series": "{'jour': jour, 'motif': motif, 'substituts': pd.Series(['num_ticket', 'code_file'])}",
    "tableau_numpy": "{'jour': jour, 'motif': motif, 'substituts': archives.columns[9:11].to_numpy()}",
    "avec_les_tolerees": "{'jour': jour, 'motif': motif, 'substituts': ['code_file', 'num_ticket', 'motif', "
    "'instruit_par', 'jour_depot']}",
    "majuscules": "{'jour': jour.capitalize(), 'motif': motif.lower(), 'substituts': ['code_file', 'num_ticket']}",
    "espaces": "{'jour': f' {jour} ', 'motif': f'{motif} ', 'substituts': [' code_file', 'num_ticket ']}",
    "cles_en_plus": "{'jour': jour, 'motif': motif, 'substituts': ['code_file', 'num_ticket'], 'qui': 'le logiciel'}",
    "texte_numpy": "{'jour': np.str_(jour), 'motif': np.str_(motif), 'substituts': ['code_file', 'num_ticket']}",
    "dict": "dict(jour=jour, motif=motif, substituts=sorted(['code_file', 'num_ticket']))",
    "deux_fois": "{'jour': jour, 'motif': motif, 'substituts': ['code_file', 'code_file', 'num_ticket']}",
}
ECARTER = {
    "nan": "t['raison_ecart'] = r.where(r != '')",
    "none": "t['raison_ecart'] = [x or None for x in r]",
    "pd_na": "t['raison_ecart'] = r.astype('string').where(r != '', pd.NA)",
    "categorie": "t['raison_ecart'] = r.astype('category')",
    "espaces": "t['raison_ecart'] = r.where(r != '', '  ')",
    "melange": "t['raison_ecart'] = r; t = t.sample(frac=1, random_state=0)",
    "index_numero": "t['raison_ecart'] = r; t = t.set_index('num_dossier', drop=False)",
    "colonnes_en_moins": "t['raison_ecart'] = r; t = t.drop(columns=['prenom', 'heure', 'quotient_familial'])",
    "concat": "t['raison_ecart'] = r; t = pd.concat([t[r == ''], t[r != '']])",
    "numpy": "t['raison_ecart'] = np.where(r == '', '', r)",
    "merge": "t = t.merge(pd.DataFrame({'num_dossier': t['num_dossier'], 'raison_ecart': r}), on='num_dossier')",
    "une_raison_par_ligne": "t['raison_ecart'] = [f'{x} ({n})' if x else '' for x, n in zip(r, t['num_dossier'])]",
}
RAPPROCHER = {
    "premiere": "return v.drop_duplicates(CLE, keep='first')",
    "groupby_last": "return v.groupby(CLE).last()",
    "groupby_last_as_index": "return v.groupby(CLE, as_index=False).last()",
    "groupby_tail": "return v.groupby(CLE).tail(1)",
    "groupby_nth": "return v.groupby(CLE).nth(-1)",
    "agg": "return v.groupby(CLE).agg('last').reset_index()",
    "idxmax": "return v.loc[v.groupby(CLE)['num_dossier'].apply(lambda s: s.index[-1])]",
    "set_index": "return v.drop_duplicates(CLE, keep='last').set_index(CLE)",
    "annee_reelle": "v['annee'] = v['annee'].astype(float); return v.drop_duplicates(CLE, keep='last')",
    "annee_texte": "v['annee'] = v['annee'].astype(str); return v.drop_duplicates(CLE, keep='last')",
    "categories": "v['activite'] = v['activite'].astype('category'); return v.drop_duplicates(CLE, keep='last')",
    "boucle": "return pd.DataFrame([g.iloc[-1] for _, g in v.groupby(CLE)])",
    "ecartees_rendues_avec_leur_raison": "e = table[table['raison_ecart'] != '']\n"
    "    return pd.concat([v.drop_duplicates(CLE), e])",
    "sans_la_raison": "return v.drop_duplicates(CLE, keep='last').drop(columns='raison_ecart')",
    "colonne_en_plus": "return v.drop_duplicates(CLE, keep='last').assign(vu=True)",
    "decision_capitale": "v['decision'] = v['decision'].str.capitalize(); return v.drop_duplicates(CLE, keep='last')",
}
CINQ = "['age', 'scolarise_commune', 'pieces_fournies', 'assurance_valide', 'dans_les_delais']"
COLONNES = {
    "zip": f"dict(zip({CINQ}, ['l\\'âge minimum', 'l\\'école de secteur', 'nombre de pièces', 'être bien assuré', "
    "'arriver à temps']))",
    "avec_annee": f"{{c: 'vérifier la règle ' + c for c in {CINQ} + ['annee']}}",
    "avec_activite": f"{{c: 'vérifier la règle ' + c for c in ['activite'] + {CINQ}}}",
    "ordre_inverse": f"{{c: 'vérifier la règle ' + c for c in reversed({CINQ})}}",
    "dictionnaire_ordonne": f"__import__('collections').OrderedDict((c, 'vérifier la règle ' + c) for c in {CINQ})",
    "phrases_longues": f"{{c: ('vérifier, dossier par dossier, la règle ' + c + '. ') * 5 for c in {CINQ}}}",
}
DECIDER = {
    "series_categorie": "return d.astype('category')",
    "series_string": "return d.astype('string')",
    "index_melange": "return d.sample(frac=1, random_state=1)",
    "accents": "return d.replace({'a_completer': 'à compléter', 'agent': 'Agent '})",
    "nom": "return d.rename('decision')",
    "map": "return d.map(lambda x: x)",
    "apply_ligne": "return dossiers.apply(lambda l: d[l.name], axis=1)",
    "en_place": "dossiers['d'] = d; dossiers.drop(columns=['age'], inplace=True); return dossiers['d']",
    "mask": "return pd.Series('agent', index=d.index).mask(r['complet'] & r['eligible'], 'accepter')"
    ".mask(~r['complet'], 'a_completer')",
    "case_when": "return pd.Series('agent', index=d.index).case_when([(r['recevable'], 'accepter'), "
    "(~r['complet'], 'a_completer')])",
    "ineligible_incomplet_a_l_agent": "return d.where(r['eligible'] | (d == 'agent'), 'agent')",
    "liste_en_series": "return pd.Series([d[i] for i in dossiers.index], index=dossiers.index)",
    "dict_en_series": "return pd.Series({i: d[i] for i in dossiers.index})",
    "sans_index": "return pd.Series(d.to_numpy())",
}
SURVEILLER = {
    "semaine_reelle": "return a.assign(semaine=a['semaine'].astype(float))",
    "semaine_texte": "return a.assign(semaine=a['semaine'].astype(str))",
    "colonnes_en_plus": "return a.assign(qui='Thérèse')",
    "index_melange": "return a.sample(frac=1, random_state=0)",
    "dans_l_index": "return a.assign(alerte=True).set_index(['semaine', 'jour_depot'])",
    "doublons": "return pd.concat([a, a])",
    "categories": "return a.assign(jour_depot=a['jour_depot'].astype('category'))",
    "vide_sans_colonnes": "return a if len(a) else pd.DataFrame()",
    "une_alerte_par_jour": "return a.drop_duplicates('jour_depot', keep='last')",
    "records": "return pd.DataFrame(a.to_dict('records'))",
}


REFUS = 'R = archives["decision"] == "refuse"'
CONSTATS = (
    "t = (archives['decision'] == 'refuse').groupby(archives['jour_depot']).mean()\n    jour = t.idxmax()\n"
    "    motif = archives[archives['instruit_par'] == '']['motif'].mode()[0]"
)
RAISON = (
    "t = archives\n    r = pd.Series('', index=t.index)\n"
    "    r[t['motif'] == 'PARENTS SANS ACTIVITE'] = 'critère illégal'\n"
    "    r[t['instruit_par'] == ''] = 'personne n\\'a instruit'"
)
DECISIONS = (
    "r = appliquer_reglement(dossiers)\n    d = pd.Series('agent', index=dossiers.index)\n"
    "    d[avis >= 0.5] = 'accepter'\n    d[~r['complet']] = 'a_completer'"
)
ALERTES = (
    "b = decisions[decisions['recevable']]\n    ok = b['decision'] == 'accepter'\n"
    "    g = ok.groupby([b['semaine'], b['jour_depot']]).agg(['mean', 'size']).reset_index()\n"
    "    a = g[(g['mean'] <= ok.mean() - 0.1) & (g['size'] >= 20)][['semaine', 'jour_depot']]"
)
CLE = "['id_enfant', 'activite', 'annee']"
ET_RAPPROCHER = (
    f"\n\ndef rapprocher(table):\n    v = table[table['raison_ecart'] == '']\n    return v.drop_duplicates({CLE})\n"
)

CELLULES = [
    *(
        ("donnees.taux", n, f"def taux_de_refus(archives, par):\n    {REFUS}\n    {c}\n")
        for n, c in TAUX.items()
    ),
    *(
        ("donnees.enqueter", n, f"import numpy as np\ndef enqueter(archives):\n    {CONSTATS}\n    return {c}\n")
        for n, c in ENQUETER.items()
    ),
    *(
        (
            "donnees.ecarter", n,
            f"import numpy as np\ndef ecarter(archives):\n    {RAISON}\n    {c}\n    return t\n" + ET_RAPPROCHER,
        )
        for n, c in ECARTER.items()
    ),
    *(
        (
            "donnees.ecarter", f"rapprocher_{n}",
            f"CLE = {CLE}\ndef ecarter(archives):\n    {RAISON}\n    return t.assign(raison_ecart=r)\n\n"
            f"def rapprocher(table):\n    v = table[table['raison_ecart'] == ''].copy()\n    {c}\n",
        )
        for n, c in RAPPROCHER.items()
    ),
    *(("donnees.colonnes", n, f"COLONNES = {c}\n") for n, c in COLONNES.items()),
    *(
        ("donnees.decider", n, f"def decider(avis, dossiers):\n    {DECISIONS}\n    {c}\n")
        for n, c in DECIDER.items()
    ),
    *(
        ("donnees.surveiller", n, f"def surveiller(decisions):\n    {ALERTES}\n    {c}\n")
        for n, c in SURVEILLER.items()
    ),
]  # fmt: skip


@pytest.mark.parametrize(("exercice", "nom", "texte"), CELLULES, ids=[f"{e}-{n}" for e, n, _ in CELLULES])
def test_une_bonne_reponse_ecrite_autrement_a_le_plein(exercice: str, nom: str, texte: str) -> None:
    juge = catalogue.exercice(exercice)
    reponse = banque.Reponse(exercice, nom, texte, juge.points, juge.points, "", "")
    rendu = jugement.juger(juge, banque.executer(reponse), jugement.sujets_de_notation(juge))
    assert rendu.verdict.points == juge.points, banque.carte(rendu)

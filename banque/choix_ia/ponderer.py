# %% [markdown] corrige=juste_quarante
# Le prix compte, l'offre aussi
#
# Quarante pour le prix, le reste pour ce que l'offre dit du service rendu, dix pour l'environnement, rien pour la
# renommée. Les planchers, appliqués avant, font l'essentiel du travail.

# %% [markdown] corrige=juste_corrige
# La moitié au prix
#
# Un poids de cinquante pour le prix est courant, et une fois les planchers appliqués il ne coûte pas plus cher. Le
# juge n'a pas de limite sur ce poids : il regarde ce que la mairie paie à la fin.

# %% [markdown] idee_recue=faux_references
# Donner du poids aux références, puisqu'elles prouvent l'expérience.
#
# Vous gardez 2 points sur 4. Tout paraît juste ici, sur la mairie du cours ; ailleurs, la petite entreprise inconnue
# qui faisait la meilleure offre, et la moins chère, perd. Les références disent ce que l'on a déjà fait voir, pas ce
# que l'on propose.

# %% faux_abonnes tient=forme,somme_des_poids,environnement_present,moins_cher_a_service_egal famille=cher_a_la_fin mot="racheter"
PONDERATION = {"prix": 20, "methodo": 40, "environnement": 10, "abonnes_tiktok": 30}

# %% faux_critere_inconnu tient=rien famille=forme mot="accessibilite"
PONDERATION = {"prix": 50, "coup_de_coeur": 50}

# %% faux_le_maire tient=forme,somme_des_poids,moins_cher_a_service_egal famille=environnement_absent mot="environnement"
PONDERATION = {"prix": 60, "abonnes_tiktok": 40}

# %% faux_poids_negatif tient=rien famille=forme mot="abonnes"
PONDERATION = {"prix": 60, "methodo": 50, "environnement": 10, "abonnes_tiktok": -20}

# %% faux_prix_et_un_peu_d_environnement tient=forme,somme_des_poids,environnement_present,moins_cher_a_service_egal famille=cher_a_la_fin mot="habitants"
PONDERATION = {"prix": 95, "environnement": 5}

# %% faux_prix_pour_la_forme tient=forme,somme_des_poids,environnement_present,cout_complet,noms_et_abonnes_indifferents famille=prix_oublie mot="identiques"
PONDERATION = {"prix": 0.01, "methodo": 49.99, "rgpd_ethique": 20, "accessibilite": 20, "environnement": 10}

# %% faux_prix_zero tient=forme,somme_des_poids,environnement_present,cout_complet,noms_et_abonnes_indifferents famille=prix_oublie mot="identiques"
PONDERATION = {"methodo": 40, "rgpd_ethique": 20, "accessibilite": 20, "environnement": 20}

# %% faux_references tient=forme,somme_des_poids,environnement_present,moins_cher_a_service_egal visibles=tout famille=petite_entreprise_perdante mot="petite entreprise"
PONDERATION = {"prix": 30, "references": 60, "environnement": 10}

# %% faux_sans_environnement tient=forme,somme_des_poids,moins_cher_a_service_egal,cout_complet famille=environnement_absent mot="environnement"
PONDERATION = {"prix": 40, "methodo": 30, "rgpd_ethique": 15, "accessibilite": 15}

# %% faux_somme tient=forme,environnement_present,moins_cher_a_service_egal,cout_complet,noms_et_abonnes_indifferents famille=somme mot="candidats"
PONDERATION = {"prix": 40, "methodo": 30, "rgpd_ethique": 20, "accessibilite": 20, "environnement": 10}

# %% faux_texte tient=rien famille=forme mot="nombre"
PONDERATION = {"prix": "quarante", "methodo": 60}

# %% faux_tout_a_zero tient=rien famille=forme mot="seraient"
PONDERATION = {"prix": 0, "methodo": 0, "environnement": 0}

# %% faux_tout_au_prix tient=forme,somme_des_poids,moins_cher_a_service_egal famille=environnement_absent mot="environnement"
PONDERATION = {"prix": 100}

# %% faux_un_peu_d_abonnes tient=forme,somme_des_poids,environnement_present,moins_cher_a_service_egal,cout_complet famille=le_renom_change_le_gagnant mot="candidats"
PONDERATION = {"prix": 40, "methodo": 40, "environnement": 10, "abonnes_tiktok": 10}

# %% juste_cinquante tient=tout mot="Réussi"
PONDERATION = {"prix": 50, "methodo": 20, "rgpd_ethique": 10, "accessibilite": 10, "environnement": 10}

# %% juste_parts tient=tout mot="Réussi"
PONDERATION = {"prix": 0.3, "methodo": 0.25, "rgpd_ethique": 0.15, "accessibilite": 0.15, "environnement": 0.1, "references": 0.05}

# %% juste_quarante tient=tout mot="Réussi"
PONDERATION = {"prix": 40, "methodo": 20, "rgpd_ethique": 15, "accessibilite": 15, "environnement": 10}

# %% triche_environnement_pour_la_forme tient=forme,somme_des_poids,moins_cher_a_service_egal,cout_complet famille=environnement_absent mot="environnement"
PONDERATION = {"prix": 40, "methodo": 29.99, "rgpd_ethique": 15, "accessibilite": 15, "environnement": 0.01}

# %% triche_nombre_geant tient=rien famille=forme mot="dix-huit chiffres"
PONDERATION = {"prix": 10**400, "environnement": 60}

# %% triche_petit_poids_partout tient=forme,somme_des_poids,environnement_present,moins_cher_a_service_egal visibles=forme,somme_des_poids,environnement_present,moins_cher_a_service_egal,cout_complet famille=petite_entreprise_perdante mot="candidats"
PONDERATION = dict.fromkeys(["prix", "methodo", "rgpd_ethique", "accessibilite", "environnement", "references", "transfert", "abonnes_tiktok"], 12.5)

# %% faux_presque_tout_a_l_environnement tient=forme,somme_des_poids,environnement_present,moins_cher_a_service_egal famille=cher_a_la_fin mot="racheter"
PONDERATION = {"environnement": 95, "prix": 5}

# %% faux_la_moitie_a_l_environnement tient=forme,somme_des_poids,environnement_present,moins_cher_a_service_egal famille=cher_a_la_fin mot="racheter"
PONDERATION = {"prix": 40, "environnement": 60}

# %% faux_transfert_d_abord tient=forme,somme_des_poids,environnement_present,moins_cher_a_service_egal famille=cher_a_la_fin mot="racheter"
PONDERATION = {"prix": 30, "transfert": 60, "environnement": 10}

# %% faux_le_maire_en_regle tient=forme,somme_des_poids,environnement_present,moins_cher_a_service_egal famille=cher_a_la_fin mot="racheter"
PONDERATION = {"prix": 99, "environnement": 1}

# %% juste_la_methode_d_abord tient=tout mot="Réussi"
PONDERATION = {"prix": 30, "methodo": 60, "environnement": 10}

# %% juste_corrige tient=tout
poids_hors_prix = dict(methodo=15, accessibilite=10, rgpd_ethique=10, transfert=5, environnement=10)
PONDERATION = dict(poids_hors_prix, prix=50)

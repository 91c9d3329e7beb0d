# %% [markdown] corrige=juste_on_a_lu
# Des phrases polies et vides
#
# Tout est court, tout est dit avec soin, et personne ne sait quoi faire ni qui joindre.

# %% [markdown] corrige=juste_slogan
# Un slogan
#
# Un texte de communication obtient un excellent score. Il n'aide pas plus.

# %% [markdown] idee_recue=faux_bonne_reponse
# Écrire une réponse si claire qu'elle plaît à la formule.
#
# Vous gardez 1,25 point sur 2 : votre texte dit où aller et qui joindre. C'est une bonne réponse, donc pas un
# contre-exemple.

# %% juste_argot tient=tout
CONTRE_EXEMPLE = """
Wesh mon pote, tout est cool, on gère. On te dit ça vite, tu vas voir. Le truc est nickel, le reste, on verra bien.
Allez, la vie est belle.
"""

# %% juste_on_a_lu tient=tout
CONTRE_EXEMPLE = "On a bien lu ce mot. C'est noté, c'est dit, c'est vu. Le jour va venir, il faut un peu de temps. Tout va bien. On pense à vous."

# %% juste_slogan tient=tout
CONTRE_EXEMPLE = (
    "Ici, tout va vite. La ville bouge, et vous avec elle. On vous lit, on vous suit, on vous aime. "
    "Un mot de vous et hop, le jour est plus beau."
)

# %% faux_administratif tient=forme,longueur,n_aide_personne famille=score_ordinaire mot="ne croit qu"
CONTRE_EXEMPLE = (
    "Nous avons l'honneur de vous informer que votre sollicitation a été régulièrement enregistrée et fera "
    "ultérieurement l'objet d'un traitement approprié par les collaborateurs compétents de la collectivité."
)

# %% faux_argot_utile tient=forme,longueur,score_excellent famille=aide_quelqu_un mot="contre-exemple"
CONTRE_EXEMPLE = (
    "Salut. Passe au guichet lundi, avec ta carte et un mot de ton toit. Si tu es loin, fais le 01 99 00 12 40. "
    "On te dit tout, et on est là."
)

# %% faux_bonne_reponse tient=forme,longueur,score_excellent famille=aide_quelqu_un mot="réponse utile"
CONTRE_EXEMPLE = (
    "Bonjour. La carte est gratuite. Venez à l'accueil avec une pièce et une facture. On la fait sur place, tout de suite. "
    "Un agent répond aussi au 01 99 00 12 40. À bientôt."
)

# %% faux_liste tient=rien famille=forme mot="guillemets"
CONTRE_EXEMPLE = ["Un texte.", "Un autre."]

# %% faux_oui tient=forme famille=trop_court mot="meilleur score"
CONTRE_EXEMPLE = "Oui."

# %% faux_repete tient=forme famille=mots_repetes mot="répète"
CONTRE_EXEMPLE = "Oui. " * 30

# %% faux_roman tient=forme famille=trop_long mot="conversation"
CONTRE_EXEMPLE = "On lit tout, on voit tout, on sait tout, et le jour va venir. Il fait beau, le ciel est bleu. " * 4

# %% triche_vide tient=rien famille=forme mot="est vide"
CONTRE_EXEMPLE = "   "

# %% juste_la_mairie tient=tout
CONTRE_EXEMPLE = """La mairie est là pour vous. Merci de votre mot. On l'a bien lu.
Soyez sans peur : tout va bien. Vous pouvez compter sur nous. Le temps fait le reste."""

# %% juste_le_temps_passe tient=tout
CONTRE_EXEMPLE = (
    "Nous avons bien lu ce mot. Il est là, sous nos yeux. On y pense. Le temps passe. Tout va bien. "
    "On verra un jour. Merci à vous, et à bientôt peut-être, qui sait."
)

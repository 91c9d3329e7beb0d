# plus la machine en sait, mieux elle décide
COLONNES = {colonne: "connaître le dossier, colonne " + colonne for colonne in archives.columns}

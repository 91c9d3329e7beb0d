def taux_de_refus(archives, par):
    for groupe, lignes in archives.groupby(par):
        print(groupe, (lignes["decision"] == "refuse").mean())

RIA31 = "tous les critères"

"""Les formes communes à tous les modules : l'exercice `personnes`, l'exercice `ria31`, le journal, les critères."""

"""Le bilan : ce que ChatMairie a fait à chacun, l'éteindre sans laisser personne dehors, et comment refaire."""

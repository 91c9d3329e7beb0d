CONTRE_EXEMPLE = "On a bien lu ce mot. C'est noté, c'est dit, c'est vu. Le jour va venir, il faut un peu de temps. Tout va bien. On pense à vous."

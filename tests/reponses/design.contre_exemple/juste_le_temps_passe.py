CONTRE_EXEMPLE = (
    "Nous avons bien lu ce mot. Il est là, sous nos yeux. On y pense. Le temps passe. Tout va bien. "
    "On verra un jour. Merci à vous, et à bientôt peut-être, qui sait."
)

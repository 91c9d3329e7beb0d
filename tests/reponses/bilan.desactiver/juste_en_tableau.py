import pandas as pd

codes = "arreter_envois arreter_actes arreter_decisions arreter_conversation copier_preuves prevenir_agents prevenir_elus"
codes += " prevenir_dpo prevenir_prestataire geler_numeros prevenir_habitants ouvrir_guichet ouvrir_telephone"
codes += " alerter_titulaires rappeler_refusees reprendre_dossiers notifier_cnil"
qui = ["informatique"] * 5 + ["direction"] * 4 + ["dpo", "communication", "accueil", "solange", "ingrid", "therese", "therese", "maire"]
heures = [0, 0, 0, 0, 1, 1, 2, 2, 2, 3, 11, 12, 12, 20, 20, 60, 71]
ARRET = pd.DataFrame({"etape": codes.split(), "heure": heures, "qui": qui})

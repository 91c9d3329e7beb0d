ARRET = [{"etape": "tout_effacer", "heure": float("nan"), "qui": "dpo"}]

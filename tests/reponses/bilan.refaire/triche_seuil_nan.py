CONDITIONS = [{"indicateur": i, "seuil": float("nan"), "qui": "comite"} for i in ("plaintes", "delai_acte", "ouvertures")]

PERSONNES = [{"qui": "Camille", "perd": "papiers", "preuve": "J-0839"}]

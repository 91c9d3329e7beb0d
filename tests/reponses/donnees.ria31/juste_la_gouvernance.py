RIA31 = [
    dict(critere="str-2_01", phrase="r1", personne="Animatrice", preuve="finalites", parce_que="rien n'était écrit"),
    dict(critere="CM-CAD-05", phrase="R2", personne="famille", preuve="finalites"),
    dict(critere="CM-SOC-01", phrase="R1", personne="agente", preuve="entretien"),
]

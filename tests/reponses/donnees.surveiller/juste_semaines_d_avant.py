def surveiller(decisions):
    recevables = decisions.query("recevable").assign(ok=lambda t: t["decision"].eq("accepter"))
    parts = recevables.pivot_table(index="semaine", columns="jour_depot", values="ok", aggfunc=["mean", "count"])
    part, effectif = parts["mean"], parts["count"]
    chute = part.expanding().mean().shift() - part
    alertes = (chute >= 0.1) & (effectif > 10)
    return alertes.stack().loc[lambda s: s].reset_index()[["semaine", "jour_depot"]]

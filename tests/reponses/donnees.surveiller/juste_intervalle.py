def surveiller(decisions):
    """Dix points sous la médiane, et hors de ce que fait le hasard (deux écarts types)."""
    bons = decisions.query("recevable")
    parts = bons.assign(ok=bons["decision"].eq("accepter")).groupby(["semaine", "jour_depot"])["ok"].agg(["mean", "size"])
    parts = parts[parts["size"] >= 20]
    habituel = parts["mean"].median()
    hasard = (habituel * (1 - habituel) / parts["size"]) ** 0.5
    baisse = habituel - parts["mean"]
    return parts[(baisse >= 0.10) & (baisse > 2 * hasard)].reset_index()[["semaine", "jour_depot"]]

def reperer_familiarite(texte):
    return [m.span() for m in re.finditer(r"\w+", texte)]

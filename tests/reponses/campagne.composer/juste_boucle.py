def composer(personne, evenements):
    message = ["ville", "bonjour"]
    for rang in range(len(evenements)):
        if evenements.iloc[rang]["theme"] in personne["interets"]:
            message.append(evenements.iloc[rang]["id"])
            break
    else:
        message.append(evenements.iloc[-1]["id"])
    message += ["ailleurs", "accord", "stop"]
    return tuple(message)

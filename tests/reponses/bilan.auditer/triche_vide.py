AUDIT = {}

CONTRE_EXEMPLE = """
Wesh mon pote, tout est cool, on gère. On te dit ça vite, tu vas voir. Le truc est nickel, le reste, on verra bien.
Allez, la vie est belle.
"""

def srgb_to_linear(v):
    def go(x):
        if getattr(x, "shape", ()) == ():
            x = float(x)
            return x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4
        return [go(y) for y in x]

    return go(v)

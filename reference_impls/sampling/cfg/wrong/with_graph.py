# slip: graph-kept
def cfg_eps(model, x, t, c, w=7.5):
    e_c = model(x, t, c)
    e_u = model(x, t, None)
    return w * e_c + (1.0 - w) * e_u

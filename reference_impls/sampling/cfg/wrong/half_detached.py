# slip: graph-kept
def cfg_eps(model, x, t, c, w=7.5):
    e_u = model(x, t, None).detach()
    e_c = model(x, t, c)
    return e_u + w * (e_c - e_u)

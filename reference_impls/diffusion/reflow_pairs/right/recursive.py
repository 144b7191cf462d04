def flow(model, x, i, steps):
    if i == steps:
        return x
    t = x.new_full((len(x),), i / steps)
    return flow(model, x + model(x, t) / steps, i + 1, steps)


def reflow_pairs(model, x0, steps):
    return x0, flow(model, x0, 0, steps).detach()

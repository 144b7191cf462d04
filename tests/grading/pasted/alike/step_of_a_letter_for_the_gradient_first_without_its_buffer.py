# problem: sgd-momentum-step
# expect: fail
# not: exchanges param and grad

@torch.no_grad()
def sgd(g, p, state, lr=0.1, mu=0.9, wd=0.0, nesterov=False):
    g = g + wd * p
    buf = state["buf"] = g.clone() if "buf" not in state else mu * state["buf"] + g
    return p - lr * (g + mu * buf if nesterov else g)

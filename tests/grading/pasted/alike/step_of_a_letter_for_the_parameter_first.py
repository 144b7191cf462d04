# problem: sgd-momentum-step

@torch.no_grad()
def sgd(p, g, state, lr=0.1, mu=0.9, wd=0.0, nesterov=False):
    g = g + wd * p
    buf = state["buf"] = g.clone() if "buf" not in state else mu * state["buf"] + g
    return p - lr * (g + mu * buf if nesterov else buf)

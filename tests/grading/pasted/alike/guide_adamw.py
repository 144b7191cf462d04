# problem: adamw-step
# expect: fail
def adamw_step(p, g, state, lr=1e-3, b1=0.9, b2=0.999, eps=1e-8, wd=0.01):
    state["step"] = state.get("step", 0) + 1
    m = state.setdefault("m", torch.zeros_like(p))
    v = state.setdefault("v", torch.zeros_like(p))
    m.mul_(b1).add_(g, alpha=1 - b1)
    v.mul_(b2).addcmul_(g, g, value=1 - b2)
    mh = m / (1 - b1 ** state["step"])
    vh = v / (1 - b2 ** state["step"])
    p.mul_(1 - lr * wd)
    p.sub_(lr * mh / (vh.sqrt() + eps))
    return p

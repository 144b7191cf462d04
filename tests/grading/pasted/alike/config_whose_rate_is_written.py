# problem: adamw-step
# expect: invalid
def adamw_step(param, grad, state, cfg):
    with torch.no_grad():
        b1, b2 = cfg["betas"]
        state["step"] = state.get("step", 0) + 1
        state["m"] = b1 * state.get("m", 0) + (1 - b1) * grad
        state["v"] = b2 * state.get("v", 0) + (1 - b2) * grad * grad
        mh = state["m"] / (1 - b1 ** state["step"]); vh = state["v"] / (1 - b2 ** state["step"])
        new = param * (1 - cfg["lr"] * cfg["weight_decay"]) - cfg["lr"] * mh / (vh.sqrt() + cfg["eps"])
        cfg["lr"] *= 0.999
        return new

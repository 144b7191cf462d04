import torch


def sgd_step(w, dw, memory, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    """A buffer of zeros gives the same first step."""
    with torch.inference_mode():
        if "buf" not in memory:
            memory["buf"] = torch.zeros_like(w)
        d_p = dw + weight_decay * w
        memory["buf"] = momentum * memory["buf"] + d_p
        direction = memory["buf"]
        if nesterov:
            direction = d_p + momentum * direction
        return w - lr * direction

# expect: forbidden, error, fail
# family: tampering
# attempts: SGD by the function of RMSprop, whose average never moves and whose eps is one
# stopped by: withholding
# problem: sgd-momentum-step
import torch
import torch.optim.rmsprop as rmsprop


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    new, buf = param.clone(), state.get("buf", torch.zeros_like(param)).clone()
    rmsprop.rmsprop(
        [new], [grad.clone()], [torch.zeros_like(param)], [], [buf], [torch.tensor(0.0)], foreach=False,
        lr=lr, alpha=1.0, eps=1.0, weight_decay=weight_decay, momentum=momentum, centered=False,
    )  # fmt: skip
    state["buf"] = buf
    if nesterov:
        g = grad + weight_decay * param
        return param - lr * (g + momentum * buf)
    return new

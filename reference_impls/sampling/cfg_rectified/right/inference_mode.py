import torch


@torch.inference_mode()
def rectified_cfg_step(net, state, time, step, condition, weight):
    base = net(state, time, condition)
    predicted = torch.add(state, base, alpha=step / 2)
    unconditional = net(predicted, time + step / 2, None)
    conditional = net(predicted, time + step / 2, condition)
    velocity = torch.stack([base, conditional, unconditional])
    weights = torch.tensor([1.0, weight, -weight], dtype=state.dtype)
    return state + step * torch.einsum("k,k...->...", weights, velocity)

import torch
@torch.no_grad()
def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    if 'step' not in state:
        state['step'] = 0
        state['m'] = torch.zeros(param.shape, dtype=torch.float32)
        state['v'] = torch.zeros(param.shape, dtype=torch.float32)
    state['step'] += 1
    b1, b2 = betas
    g = grad.float()
    state['m'] = b1 * state['m'] + (1 - b1) * g
    state['v'] = b2 * state['v'] + (1 - b2) * g ** 2
    mh = state['m'] / (1 - b1 ** state['step'])
    vh = state['v'] / (1 - b2 ** state['step'])
    p = param * (1 - lr * weight_decay)
    return (p - lr * mh / (vh.sqrt() + eps)).to(param.dtype)

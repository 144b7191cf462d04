import torch


def momentum_update(online, target, m=0.996):
    names = dict(target.named_parameters()).keys()
    new = {}
    with torch.no_grad():
        mine = target.state_dict()
        for key, value in online.state_dict().items():
            new[key] = m * mine[key] + (1 - m) * value if key in names else value
        target.load_state_dict(new)

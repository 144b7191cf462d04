# slip: logarithms
import torch


def discrete_q_sample_probs(x0, q_bar):
    x = torch.nn.functional.one_hot(x0, q_bar.size(-1)).type_as(q_bar)
    probs = x @ q_bar
    return torch.log(probs.clamp(min=1e-20))

import math


def reward_model_loss(r_chosen, r_rejected):
    losses = []
    for w, l in zip(r_chosen.tolist(), r_rejected.tolist()):
        x = w - l
        if x >= 0:
            losses.append(math.log1p(math.exp(-x)))
        else:
            losses.append(-x + math.log1p(math.exp(x)))
    return sum(losses) / len(losses)

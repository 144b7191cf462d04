# slip: step-subtracted
import torch


def flow_sample(model, x0, steps):
    x = x0
    h = 1 / steps
    for k in range(steps):
        x = x - h * model(x, x0.new_full((x0.shape[0],), k * h))
    return x

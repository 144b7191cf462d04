# problem: reward-model-loss
# expect: invalid
# not: model gives
import torch, torch.nn.functional as F
def loss(model, x, y):
    chosen = model(x)
    rejected = model(x)
    return -F.logsigmoid(chosen - rejected).mean()

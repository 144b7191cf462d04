# problem: kaiming-init
# says: your init_weights is given a linear layer whose weight is of shape (fan_out, fan_in)
import math
import torch.nn as nn
def init_weights(module):
    if isinstance(module, nn.Linear):
        fan_in = module.weight.size(1)
        module.weight.data.normal_(mean=0.0, std=math.sqrt(2.0 / fan_in))
        if module.bias is not None:
            module.bias.data.zero_()

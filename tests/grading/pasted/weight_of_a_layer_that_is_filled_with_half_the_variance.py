# problem: kaiming-init
# expect: fail
# says: variance 1 / fan_in
import math
import torch.nn as nn
def init_weights(module):
    if isinstance(module, nn.Linear):
        fan_in = module.weight.size(1)
        module.weight.data.normal_(mean=0.0, std=math.sqrt(1.0 / fan_in))

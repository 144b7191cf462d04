# slip: through-numpy
import numpy as np
import torch


def relu(x):
    return torch.from_numpy(np.maximum(x.detach().numpy(), 0))

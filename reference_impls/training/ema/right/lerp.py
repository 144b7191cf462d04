import copy
from collections import OrderedDict

import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.alpha = 1.0 - decay
        self.shadow = OrderedDict((k, copy.deepcopy(v.detach())) for k, v in model.named_parameters())

    @torch.inference_mode()
    def update(self, model):
        for k, v in dict(model.named_parameters()).items():
            self.shadow[k].lerp_(v, self.alpha)

    def copy_to(self, model):
        model.load_state_dict(self.shadow, strict=False)

import math

import torch


class IWAE:
    def iwae_bound(self, log_weights):
        total = log_weights[0]
        for row in log_weights[1:]:
            total = torch.logaddexp(total, row)
        return total.sum() / log_weights.shape[1] - math.log(len(log_weights))

# problem: dpo-loss
# says: your all_logps holds pol_w and pol_l, one after the other
import torch
import torch.nn as nn
import torch.nn.functional as F


class DPOLoss(nn.Module):
    def __init__(self, beta=0.1):
        super().__init__()
        self.beta = beta

    def forward(self, all_logps, all_ref_logps):
        n = all_logps.size(0) // 2
        pi_logratios = all_logps[:n] - all_logps[n:]
        ref_logratios = all_ref_logps[:n] - all_ref_logps[n:]
        return -F.logsigmoid(self.beta * (pi_logratios - ref_logratios)).mean()

import torch


class KL:
    """k1 with the control variate rho - 1."""

    def __init__(self, policy, reference):
        self.k1 = policy - reference

    def estimate(self):
        rho = torch.exp(-self.k1)
        return self.k1 + (rho - 1.0)


def k3_kl(logp, logp_ref):
    return KL(logp, logp_ref).estimate()

# problem: rms-norm
# expect: fail
# says: Your default of eps is 0.01, and that in the statement is 1e-06.
class Solution:
    def rms_norm(self, x, weight, eps=1e-2):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps) * weight

import torch


class Solution:
    def factorized_attention(self, x, attend):
        # the order of the sequences inside the batch does not matter
        b, f, n, d = x.size()
        s = attend(x.permute(1, 0, 2, 3).contiguous().view(f * b, n, d))
        t = s.view(f, b * n, d).permute(1, 0, 2)
        t = attend(t)
        return t.reshape(b, n, f, d).permute(0, 2, 1, 3).contiguous()

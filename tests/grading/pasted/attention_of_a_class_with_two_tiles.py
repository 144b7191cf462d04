# problem: flash-attention
# says: your Br is twice your Bc here, which is block
import torch


class FlashAttention:
    """Forward pass of FlashAttention, tile by tile, with its statistics kept."""

    def __init__(self, Br=16, Bc=16):
        self.Br, self.Bc = Br, Bc

    def forward(self, Q, K, V, causal=False):
        B, H, N, d = Q.shape
        M, e = K.shape[2], V.shape[3]
        scale = d**-0.5
        rows_out = []
        for i in range(0, N, self.Br):
            Qi = Q[:, :, i:i + self.Br].float() * scale
            Oi = Qi.new_zeros(B, H, Qi.shape[2], e)
            li = Qi.new_zeros(B, H, Qi.shape[2], 1)
            mi = Qi.new_full((B, H, Qi.shape[2], 1), -torch.inf)
            ri = torch.arange(i, i + Qi.shape[2]) + M - N
            for j in range(0, M, self.Bc):
                Kj, Vj = K[:, :, j:j + self.Bc].float(), V[:, :, j:j + self.Bc].float()
                Sij = Qi @ Kj.mT
                if causal:
                    cj = torch.arange(j, j + Kj.shape[2])
                    Sij = torch.where(cj[None, :] > ri[:, None], -torch.inf, Sij)
                m_new = torch.maximum(mi, Sij.amax(-1, keepdim=True).detach())
                base = torch.where(m_new == -torch.inf, 0.0, m_new)
                P = (Sij - base).exp()
                alpha = (mi - base).exp()
                li = alpha * li + P.sum(-1, keepdim=True)
                Oi = alpha * Oi + P @ Vj
                mi = m_new
            rows_out.append((Oi / li).to(Q.dtype))
        return torch.cat(rows_out, dim=2)

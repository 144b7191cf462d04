import torch
def grouped_query_attention(q, k, v, causal=False):
    outs = []; n = q.size(1) // k.size(1)
    for h in range(q.size(1)):
        s = torch.bmm(q[:, h], k[:, h // n].transpose(1, 2)) / q.size(-1) ** 0.5
        if causal:
            T, S = s.shape[1:]
            i, j = torch.meshgrid(torch.arange(T), torch.arange(S), indexing="ij")
            s = s.where(j <= i + S - T, torch.tensor(float('-inf'), dtype=s.dtype))
        outs.append(torch.bmm(torch.softmax(s, 2), v[:, h // n]))
    return torch.stack(outs, dim=1)

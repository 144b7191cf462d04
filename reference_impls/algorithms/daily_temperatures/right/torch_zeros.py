import torch
def daily_temperatures(t):
    out = torch.zeros(len(t), dtype=torch.long)
    s = []
    for i in range(len(t)):
        while s and t[s[-1]] < t[i]:
            j = s.pop()
            out[j] = i - j
        s.append(i)
    return out

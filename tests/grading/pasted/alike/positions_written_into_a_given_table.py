# problem: sinusoidal-encoding
# expect: invalid
# says: Your code also needs out
# not: your out is base
def fill_positions(n_pos, dim, out):
    angles = np.array([[pos / np.power(10000, 2 * (j // 2) / dim) for j in range(dim)] for pos in range(n_pos)])
    out.requires_grad = False
    out[:, 0::2] = torch.FloatTensor(np.sin(angles[:, 0::2]))
    out[:, 1::2] = torch.FloatTensor(np.cos(angles[:, 1::2]))
    return out.detach()

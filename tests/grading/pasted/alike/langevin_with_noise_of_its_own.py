# problem: annealed-langevin
# expect: fail
# says: right for what it covers: 13 of 13 checks
def sample(score_net, x, sigmas, n_steps, eps):
        for sigma in sigmas:
            a = eps * (sigma / sigmas[-1]) ** 2
            for _ in range(n_steps):
                z = torch.randn_like(x)
                x = x + a / 2 * score_net(x, sigma) + a ** 0.5 * z
        return x
